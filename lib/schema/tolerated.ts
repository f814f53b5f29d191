import type { JsonObject } from '@/lib/base/json'

/** What remains of a list or map that may only be empty. */
export const emptyList: JsonObject = { type: 'array', maxItems: 0 }
export const emptyMap: JsonObject = { type: 'object', maxProperties: 0 }

/** The pattern under which it stays tolerated: it matches this name alone. */
export function tolerancePattern(name: string): string {
  return `^${name.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')}$`
}
