import { getOwn, isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { codeSpan } from './markdown'

const NOUNS: Record<string, [one: string, many: string]> = {
  string: ['text', 'texts'],
  integer: ['whole number', 'whole numbers'],
  number: ['number', 'numbers'],
  boolean: ['true or false', 'values that are true or false'],
  array: ['list', 'lists'],
  object: ['object', 'objects'],
  null: ['null', 'nulls'],
}
const FORMATS: Record<string, [one: string, many: string]> = {
  uri: ['URL', 'URLs'],
  'date-time': ['date and time', 'dates and times'],
}

/**
 * What a JSON Schema asks of a value, in a few words of Markdown: "list of texts", "one of `file`, `directory`", "whole number or text".
 * Limits such as bounds and patterns are `limitsInWords`. Members of `allOf` count as part of the schema.
 */
export function typeInWords(schema: JsonValue): string {
  return words(schema, 0)
}

function words(schema: JsonValue, number: 0 | 1): string {
  if (schema === false || (isJsonObject(schema) && isEmpty(schema.not))) return 'nothing, whatever the value'
  const members = conjuncts(schema)
  const find = (key: string) => members.map((member) => getOwn(member, key)).find((value) => value !== undefined)

  const constant = find('const')
  if (constant !== undefined) return `always ${displayValue(constant)}`
  const options = find('enum')
  if (Array.isArray(options)) return optionWords(options)

  const type = find('type')
  const types = (Array.isArray(type) ? type : [type]).filter((name) => typeof name === 'string')
  if (types.length === 0) {
    return find('oneOf') !== undefined || find('anyOf') !== undefined ? 'one of several forms' : plain('value', number)
  }
  return types.map((name) => typeWords(name, find, number)).join(' or ')
}

function typeWords(type: string, find: (key: string) => JsonValue | undefined, number: 0 | 1): string {
  const format = find('format')
  if (type === 'string' && typeof format === 'string') return FORMATS[format]?.[number] ?? noun('string', number)
  if (type === 'array') {
    const items = find('items')
    if (items !== undefined && !Array.isArray(items)) return `${noun('array', number)} of ${words(items, 1)}`
  }
  const values = find('additionalProperties')
  if (type === 'object' && isJsonObject(values) && find('properties') === undefined) {
    return `${plain('object', number)} with ${words(values, 1)} under names of your choice`
  }
  return noun(type, number)
}

function noun(type: string, number: 0 | 1): string {
  return NOUNS[type]?.[number] ?? plain('value', number)
}

function plain(word: string, number: 0 | 1): string {
  return number === 0 ? word : `${word}s`
}

function optionWords(options: JsonValue[]): string {
  const [only] = options
  if (only === undefined) return 'nothing, whatever the value'
  if (options.length === 1) return `always ${displayValue(only)}`
  return `one of ${options.map(displayValue).join(', ')}`
}

function isEmpty(schema: JsonValue | undefined): boolean {
  return schema === true || (isJsonObject(schema) && Object.keys(schema).length === 0)
}

/** A schema and the members of its `allOf`, in depth: all of them hold for a value. Boolean schemas are left out. */
export function conjuncts(schema: JsonValue): JsonObject[] {
  if (!isJsonObject(schema)) return []
  const members = getOwn(schema, 'allOf')
  return [schema, ...(Array.isArray(members) ? members.flatMap(conjuncts) : [])]
}

/** A value as a code span: text as it is, everything else as JSON. */
export function displayValue(value: JsonValue): string {
  return codeSpan(typeof value === 'string' ? value : JSON.stringify(value))
}
