/** Whether a number is a whole multiple of another, in exact decimal arithmetic: 0.3 is a multiple of 0.1. */
export function isMultipleOf(value: number, divisor: number): boolean {
  if (!Number.isFinite(value) || !(divisor > 0)) return false
  const [digits, exponent] = decimal(value)
  const [divisorDigits, divisorExponent] = decimal(divisor)
  const common = Math.min(exponent, divisorExponent)
  const scaled = digits * 10n ** BigInt(exponent - common)
  return scaled % (divisorDigits * 10n ** BigInt(divisorExponent - common)) === 0n
}

/** A number as `digits × 10^exponent`. */
function decimal(value: number): [bigint, number] {
  const [mantissa = '0', power = '0'] = value.toExponential().split('e')
  const [whole = '0', fraction = ''] = mantissa.split('.')
  return [BigInt(whole + fraction), Number(power) - fraction.length]
}
