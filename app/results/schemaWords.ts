import { getOwn, isJsonObject, type JsonValue } from '@/lib/base/json'

/** What a schema says about its values beside their structure, in a few words each. */
export function schemaWords(schema: JsonValue): { type: string; limits: string[] } {
  if (schema === false) return { type: 'nothing', limits: [] }
  if (!isJsonObject(schema)) return { type: 'anything', limits: [] }
  const limits: string[] = []
  const say = (keyword: string, words: (value: JsonValue) => string) => {
    const value = getOwn(schema, keyword)
    if (value !== undefined) limits.push(words(value))
  }
  const shown = (value: JsonValue) => (typeof value === 'string' ? value : JSON.stringify(value))
  say('const', (value) => `only ${JSON.stringify(value)}`)
  say(
    'enum',
    (value) => `one of ${Array.isArray(value) ? value.map((item) => JSON.stringify(item)).join(', ') : shown(value)}`,
  )
  say('format', (value) => `format ${shown(value)}`)
  say('minimum', (value) => `at least ${shown(value)}`)
  say('exclusiveMinimum', (value) => (value === true ? 'not the least itself' : `more than ${shown(value)}`))
  say('maximum', (value) => `at most ${shown(value)}`)
  say('exclusiveMaximum', (value) => (value === true ? 'not the most itself' : `less than ${shown(value)}`))
  say('multipleOf', (value) => `a multiple of ${shown(value)}`)
  say('minLength', (value) => `at least ${shown(value)} characters`)
  say('maxLength', (value) => `at most ${shown(value)} characters`)
  say('minItems', (value) => `at least ${shown(value)} items`)
  say('maxItems', (value) => `at most ${shown(value)} items`)
  say('uniqueItems', () => 'items differ')
  say('minProperties', (value) => `at least ${shown(value)} members`)
  say('maxProperties', (value) => `at most ${shown(value)} members`)
  say('pattern', (value) => `matches ${shown(value)}`)
  say('default', (value) => `default ${JSON.stringify(value)}`)
  return { type: typeWords(schema), limits }
}

function typeWords(schema: { [key: string]: JsonValue }): string {
  const type = getOwn(schema, 'type')
  if (Array.isArray(type)) return type.join(' or ')
  if (type === 'array') {
    const items = getOwn(schema, 'items')
    return items !== undefined && isJsonObject(items) && typeof items.type === 'string'
      ? `array of ${items.type}`
      : 'array'
  }
  if (typeof type === 'string') return type
  for (const [keyword, words] of [
    ['oneOf', 'one of several'],
    ['anyOf', 'any of several'],
    ['allOf', 'all of several'],
    ['not', 'restricted'],
  ] as const) {
    if (Object.hasOwn(schema, keyword)) return words
  }
  return Object.hasOwn(schema, 'enum') || Object.hasOwn(schema, 'const') ? 'value' : 'anything'
}
