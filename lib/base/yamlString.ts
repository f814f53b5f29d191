/** Words that one of YAML 1.1, YAML 1.2 or Go's yaml.v2 reads as a boolean, as null or as no number, in lower case. */
const WORDS = new Set(['y', 'n', 'yes', 'no', 'on', 'off', 'true', 'false', 'null', 'nan', 'inf'])

/**
 * Text that stays text without quotes in every dialect: it starts with a letter, a slash or a dollar sign, so it is no number, date, octal,
 * sexagesimal, merge key or indicator, and a colon or a space is followed by a plain character.
 */
const PLAIN = /^(?:\$?[A-Za-z]|\/)[\w/.@+=~-]*(?:[ :][\w/.@+=~-]+)*$/

/** npm `yaml` reads these as a number in YAML 1.1. */
const BARE_EXPONENT = /^e[-+]?\d+$/i

/** Everything that a double-quoted scalar does not carry as itself, and what a reader of the file would not see. */
const ESCAPED = /[^\x20-\x7e\p{L}\p{M}\p{N}\p{P}\p{S}]|["\\]|\p{Cn}/gu

/**
 * A string as a YAML scalar on one line, plain or double-quoted, that YAML 1.1, YAML 1.2 and Go's yaml.v2 all read as this very string.
 * Unpaired surrogates, which UTF-8 cannot carry, become U+FFFD.
 */
export function yamlString(text: string): string {
  if (PLAIN.test(text) && !WORDS.has(text.toLowerCase()) && !BARE_EXPONENT.test(text)) return text
  return `"${text.replace(ESCAPED, escapeCharacter)}"`
}

function escapeCharacter(character: string): string {
  switch (character) {
    case '"':
    case '\\':
      return `\\${character}`
    case '\n':
      return '\\n'
    case '\r':
      return '\\r'
    case '\t':
      return '\\t'
  }
  const code = character.codePointAt(0) ?? 0
  if (code >= 0xd800 && code <= 0xdfff) return '\\uFFFD'
  const digits = code.toString(16).toUpperCase()
  if (code < 0x100) return `\\x${digits.padStart(2, '0')}`
  return code < 0x10000 ? `\\u${digits.padStart(4, '0')}` : `\\U${digits.padStart(8, '0')}`
}
