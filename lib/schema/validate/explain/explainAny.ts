import { equalJson, type JsonObject, type JsonValue } from '@/lib/base/json'
import { isOfType } from '@/lib/schema/values'
import { describeValue, nearestName, shortJson, typeWords } from '@/lib/schema/words'
import { type Finding, unless } from './finding'
import type { Place } from './place'

/** `type`, `enum` and `const`. */
export function explainAny(schema: JsonObject, value: JsonValue, at: Place): Finding[] {
  return [...explainType(schema, value, at), ...explainEnum(schema, value, at), ...explainConst(schema, value, at)]
}

function explainType({ type }: JsonObject, value: JsonValue, at: Place): Finding[] {
  if (type === undefined) return []
  const types = (Array.isArray(type) ? type : [type]).filter((name) => typeof name === 'string')
  const holds = types.some((name) => isOfType(value, name))
  return unless(holds, at, 'type', () => `must be ${typeWords(types)}, is ${describeActual(value)}`)
}

function explainEnum({ enum: options }: JsonObject, value: JsonValue, at: Place): Finding[] {
  if (!Array.isArray(options)) return []
  return unless(
    options.some((option) => equalJson(option, value)),
    at,
    'enum',
    () => `must be ${optionWords(options)}, is ${describeValue(value)}`,
    () => nearOption(value, options),
  )
}

function explainConst({ const: constant }: JsonObject, value: JsonValue, at: Place): Finding[] {
  if (constant === undefined) return []
  const words = () => `must be ${shortJson(constant)}, is ${describeValue(value)}`
  return unless(equalJson(constant, value), at, 'const', words)
}

function describeActual(value: JsonValue): string {
  if (typeof value === 'string') return `the string ${shortJson(value)}`
  return typeof value === 'number' ? `the number ${value}` : describeValue(value)
}

function optionWords(options: JsonValue[]): string {
  if (options.length === 1) return shortJson(options[0] ?? null)
  const shown = options.slice(0, 12).map((option) => shortJson(option))
  const more = options.length > shown.length ? `, … (${options.length} in all)` : ''
  return `one of ${shown.join(', ')}${more}`
}

function nearOption(value: JsonValue, options: JsonValue[]): string | undefined {
  if (typeof value !== 'string') return undefined
  const texts = options.filter((option) => typeof option === 'string')
  const near = nearestName(value, texts)
  return near === undefined ? undefined : `did you mean ${shortJson(near)}?`
}
