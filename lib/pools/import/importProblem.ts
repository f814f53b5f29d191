import { getOwn, isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { appendPath } from '@/lib/base/path'
import type { Problem, Severity } from '@/lib/base/problem'

/** A problem of an import, at a place of the document that was read. */
export function importProblem(code: string, severity: Severity, message: string, path: string, help?: string): Problem {
  return { code, severity, message, path, ...(help === undefined ? {} : { help }) }
}

/** What has no place in a design, and is left out. */
export function notUnderstood(path: string, what: string): Problem {
  return importProblem('pool-not-understood', 'warning', `The property ${what} is not understood, and left out.`, path)
}

/** Of members that are there and not of the type that they should have: what would be lost without a word. */
export function wrongTypes(object: JsonObject, types: Record<string, JsonType>, path: string): Problem[] {
  return Object.entries(types).flatMap(([name, type]) => {
    const value = getOwn(object, name)
    return value === undefined || isOfType[type](value) ? [] : [notUnderstood(appendPath(path, name), name)]
  })
}

type JsonType = 'text' | 'boolean' | 'object' | 'list'

const isOfType: Record<JsonType, (value: JsonValue) => boolean> = {
  text: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  object: isJsonObject,
  list: Array.isArray,
}
