import { equalJson, getOwn, isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { parseYaml, yamlErrorText } from '@/lib/base/parseYaml'
import type { Field, Place, Variant } from './field'

/** What a new value of a field begins with: what it requires, as far as there are defaults for it. */
export function startValue(field: Field): JsonValue | undefined {
  if (field.default !== undefined) return field.default
  switch (field.kind) {
    case 'choice':
      return field.options.length === 1 ? field.options[0] : undefined
    case 'list':
      return []
    case 'map':
      return {}
    case 'object': {
      const members = field.members
        .filter(({ required }) => required)
        .map(({ name, field: member }) => [name, startValue(member)] as const)
        .filter((entry): entry is readonly [string, JsonValue] => entry[1] !== undefined)
      return Object.fromEntries(members)
    }
    case 'variants':
      return field.variants[0]?.start
    default:
      return undefined
  }
}

/** The index of the variant that a value looks like, or -1: fixed members count most, then members that are there. */
export function chosenVariant(variants: Variant[], value: JsonValue | undefined): number {
  if (value === undefined) return -1
  if (!isJsonObject(value)) return variants.findIndex(({ field }) => field.kind === 'text' && typeof value === 'string')
  const scores = variants.map(({ field, marks }) => {
    if (field.kind !== 'object') return -1
    let score = 0
    for (const { name, fixed } of marks) {
      const member = getOwn(value, name)
      if (fixed !== undefined && (member === undefined || !equalJson(member, fixed))) return -1
      if (fixed !== undefined) score += 10
      else if (member !== undefined) score += 1
    }
    return score
  })
  const best = Math.max(...scores)
  return best < 0 ? -1 : scores.indexOf(best)
}

const keys = ['$env', '$secret', '$packet', '$hostcredentials', '$abs']

/** A value such as `{$env: NAME}`, which is known only where the worker runs. */
export function asReference(value: JsonValue | undefined): JsonObject | undefined {
  if (value === undefined || !isJsonObject(value)) return undefined
  const reference = value
  return keys.some((key) => (getOwn(reference, key) ?? null) !== null) ? reference : undefined
}

/** The data of a YAML text for a form, or the first error with its line. */
export function readYamlValue(text: string): { value: JsonValue } | { message: string; line: number } {
  const parsed = parseYaml(text, { version: '1.2' })
  if (parsed.trouble) return { message: `the text ${parsed.trouble.words}`, line: parsed.trouble.line }
  const { document, error, placeOf } = parsed
  if (error) return { message: yamlErrorText(error), line: placeOf(error.pos[0]).line }
  try {
    // only what JSON can carry goes on; anything else is told by the server
    return { value: JSON.parse(JSON.stringify(document.toJS({ maxAliasCount: 1000 }) ?? null)) }
  } catch (cause) {
    return { message: cause instanceof Error ? cause.message : 'the text cannot be read as data', line: 1 }
  }
}

/** The value at a place, or undefined. */
export function valueAt(value: JsonValue | undefined, place: Place): JsonValue | undefined {
  let current = value
  for (const step of place) {
    if (Array.isArray(current) && typeof step === 'number') current = current[step]
    else if (current !== undefined && isJsonObject(current) && Object.hasOwn(current, step)) current = current[step]
    else return undefined
  }
  return current
}
