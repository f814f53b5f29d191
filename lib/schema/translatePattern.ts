/**
 * A pattern as RE2 can read it. Only the escapes that ECMAScript alone has are rewritten: `\uXXXX` (surrogate pairs
 * become one code point) and `\u{X…}` become `\x{X…}`. Everything else keeps the meaning that RE2 gives it.
 */
export function translatePattern(source: string): string {
  if (!source.includes('\\u')) return source
  return source.replace(
    // Quoted text and every other escape are matched whole, so that the `u` of `\\u0041` is not taken for one.
    /\\Q[\s\S]*?(?:\\E|$)|\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})|\\u\{([0-9a-fA-F]{1,6})\}|\\u([0-9a-fA-F]{4})|\\[\s\S]/g,
    (whole, high?: string, low?: string, braced?: string, plain?: string) => {
      if (high !== undefined && low !== undefined) return hexEscape(pairToCodePoint(high, low))
      if (braced !== undefined) return hexEscape(Number.parseInt(braced, 16))
      if (plain !== undefined) return hexEscape(Number.parseInt(plain, 16))
      return whole
    },
  )
}

function pairToCodePoint(high: string, low: string): number {
  return (Number.parseInt(high, 16) - 0xd800) * 0x400 + (Number.parseInt(low, 16) - 0xdc00) + 0x10000
}

function hexEscape(codePoint: number): string {
  return `\\x{${codePoint.toString(16)}}`
}
