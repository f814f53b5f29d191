import { decimal } from './decimal'

/** Whether a number is a whole multiple of another, in exact decimal arithmetic: 0.3 is a multiple of 0.1. */
export function isMultipleOf(value: number, divisor: number): boolean {
  if (!Number.isFinite(value) || !(divisor > 0)) return false
  const of = decimal(value)
  const by = decimal(divisor)
  const common = Math.min(of.exponent, by.exponent)
  const scaled = of.digits * 10n ** BigInt(of.exponent - common)
  return scaled % (by.digits * 10n ** BigInt(by.exponent - common)) === 0n
}

/** The same by a validator that divides as doubles do: the quotient must be whole, and one of those that doubles tell apart. */
export function isFloatMultipleOf(value: number, divisor: number): boolean {
  return Number.isSafeInteger(value / divisor)
}
