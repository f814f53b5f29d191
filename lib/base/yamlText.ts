import { Document, type ScalarTag, type Tags } from 'yaml'
import type { JsonValue } from './json'

/**
 * A JSON value as a YAML document that means the same to YAML 1.1, to YAML 1.2 and to Go's yaml.v2, which taskcluster-worker reads its
 * configuration with. Strings that one of them reads as something else are quoted, keys included; nothing is folded; no anchors.
 * `comment` is written above the document.
 */
export function yamlText(value: JsonValue, comment?: string): string {
  const document = new Document(value, { version: '1.1', customTags: withOurScalars, aliasDuplicateObjects: false })
  if (comment !== undefined) document.commentBefore = comment.replace(/^/gm, ' ')
  return document.toString({ lineWidth: 0, indentSeq: false })
}

function withOurScalars(tags: Tags): Tags {
  // without the merge tag `<<` is a string like any other and gets its quotes
  const kept = tags.filter((tag) => typeof tag !== 'string' && tag.tag !== 'tag:yaml.org,2002:merge')
  return [exponent, ...kept.map((tag) => (isStringTag(tag) ? { ...tag, stringify: writeString } : tag))]
}

function isStringTag(tag: Tags[number]): tag is ScalarTag {
  return typeof tag !== 'string' && tag.tag === 'tag:yaml.org,2002:str'
}

/**
 * Numbers written with an exponent, as `1.0e+19`: Go stops the program on an integer beyond 64 bits, and YAML 1.1 asks for the dot.
 */
const exponent: ScalarTag = {
  tag: 'tag:yaml.org,2002:float',
  default: true,
  identify: (value) => typeof value === 'number' && (Math.abs(value) >= 2 ** 63 || String(value).includes('e')),
  test: /(?!)/,
  resolve: Number,
  stringify: ({ value }) =>
    Number(value)
      .toExponential()
      .replace(/^(-?\d)e/, '$1.0e'),
}

/** Lines that a literal block carries unchanged: visible, neither indented nor blank at either end, closed by one line break. */
const BLOCK = /^(?:[!-~](?:[ -~]*[!-~])?\n+)*[!-~](?:[ -~]*[!-~])?\n$/

/** In a quoted text its quotes are escaped, so that it is not taken for a placeholder, which is a whole quoted text. */
const PLACEHOLDER = /"\$\{/

const writeString: ScalarTag['stringify'] = (item, context) => {
  const text = String(item.value)
  if (context.implicitKey || !BLOCK.test(text) || PLACEHOLDER.test(text)) return yamlString(text)
  const indent = context.indent || '  '
  const lines = text.trimEnd().split('\n')
  return ['|', ...lines.map((line) => (line === '' ? '' : indent + line))].join('\n')
}

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
