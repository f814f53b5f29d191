import type { JsonValue } from '@/lib/base/json'
import type { Field } from './field'

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
