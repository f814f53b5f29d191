import { getOwn, isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { codeSpan } from './codeSpan'
import { conjuncts } from './conjuncts'
import { embedMarkdown } from './embedMarkdown'
import { escapeMarkdown } from './escapeMarkdown'
import { valueInWords } from './valueInWords'

/** Deeper than this the schema at the end of the document has to do. */
const MAX_DEPTH = 8

/**
 * What is inside a value, as a nested Markdown list: the members of an object, of the items of a list, of each of several forms. Empty
 * for a value without parts.
 */
export function memberLines(schema: JsonValue, depth = 0): string[] {
  if (depth >= MAX_DEPTH) return []
  return conjuncts(schema).flatMap((part) => [
    ...propertyLines(part, depth),
    ...inside('Each item', getOwn(part, 'items'), depth),
    ...inside('Each value', getOwn(part, 'additionalProperties'), depth),
    ...formLines('One of these', getOwn(part, 'oneOf'), depth),
    ...formLines('At least one of these', getOwn(part, 'anyOf'), depth),
  ])
}

function propertyLines(part: JsonObject, depth: number): string[] {
  const properties = getOwn(part, 'properties')
  if (!isJsonObject(properties)) return []
  const required = getOwn(part, 'required')
  return Object.entries(properties).flatMap(([name, schema]) => {
    const needed = Array.isArray(required) && required.includes(name) ? ' (required)' : ''
    return item(`${codeSpan(name)}${needed}: ${valueInWords(schema)}`, schema, depth)
  })
}

function inside(what: string, schema: JsonValue | undefined, depth: number): string[] {
  if (!isJsonObject(schema)) return []
  const lines = memberLines(schema, depth + 1)
  return lines.length === 0 ? [] : [`- ${what}:`, ...lines.map(indent)]
}

function formLines(what: string, forms: JsonValue | undefined, depth: number): string[] {
  if (!Array.isArray(forms)) return []
  const lines = forms.flatMap((form) => {
    const title = isJsonObject(form) && typeof form.title === 'string' ? `${escapeMarkdown(form.title)}: ` : ''
    return item(`${title}${valueInWords(form)}`, form, depth + 1)
  })
  return [`- ${what}:`, ...lines.map(indent)]
}

/** One point of a list: a phrase, the description, then what is inside. */
function item(phrase: string, schema: JsonValue, depth: number): string[] {
  const text =
    isJsonObject(schema) && typeof schema.description === 'string' ? embedMarkdown(schema.description, 6) : ''
  const inline = !/\n\s*\n|^(?:[-*+>#]|\d+[.)]|```|~~~)/m.test(text)
  const first = text !== '' && inline ? [`- ${phrase}. ${text.replaceAll('\n', ' ')}`] : [`- ${phrase}.`]
  const more = text === '' || inline ? [] : ['', ...text.split('\n').map(indent), '']
  return [...first, ...more, ...memberLines(schema, depth + 1).map(indent)]
}

function indent(line: string): string {
  return line === '' ? '' : `  ${line}`
}
