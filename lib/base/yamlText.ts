import { Document, type ScalarTag, type Tags } from 'yaml'
import type { JsonValue } from './json'
import { yamlString } from './yamlString'

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
