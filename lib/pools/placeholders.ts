import { getOwn, isJsonObject, type JsonValue } from '@/lib/base/json'
import { appendPath } from '@/lib/base/path'

/** A value that stands for one that only the host knows: `${NAME}`, which `fill.sh` replaces by what the environment holds. */
export function placeholder(name: string): string {
  return `\${${name}}`
}

/** The names of the placeholders in a file of JSON or YAML, sorted: of quoted texts that are no more than one. */
export function placeholderNames(text: string): string[] {
  const names = [...text.matchAll(/"\$\{([A-Za-z_][A-Za-z0-9_]*)\}"/g)].map((match) => match[1] ?? '')
  return [...new Set(names)].sort()
}

/** A design's reference, and its place. */
export interface PlacedPlaceholder {
  path: string
  /** the variable, for `{$env: NAME}` that stands for a text; undefined for other references */
  variable?: string
}

/** The references `{$env: NAME}` and `{$secret: NAME}` in a configuration. */
export function findPlaceholders(value: JsonValue, path: string): PlacedPlaceholder[] {
  if (Array.isArray(value)) return value.flatMap((item, i) => findPlaceholders(item, appendPath(path, i)))
  if (!isJsonObject(value)) return []
  if (isReference(value)) {
    const variable = variableOf(value)
    return [{ path, ...(variable === undefined ? {} : { variable }) }]
  }
  return Object.entries(value).flatMap(([name, member]) => findPlaceholders(member, appendPath(path, name)))
}

/** The configuration with a placeholder in the place of each reference to a text of the environment. Other references stay. */
export function withPlaceholders<T extends JsonValue>(value: T): T
export function withPlaceholders(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map((item) => withPlaceholders(item))
  if (!isJsonObject(value)) return value
  const variable = variableOf(value)
  if (variable !== undefined) return placeholder(variable)
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withPlaceholders(member)]))
}

/** The way back: a text that is a placeholder and no more becomes a reference to the environment. */
export function withReferences(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map((item) => withReferences(item))
  if (isJsonObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withReferences(member)]))
  }
  const name = typeof value === 'string' ? placeholderName(value) : undefined
  return name === undefined ? value : { $env: name }
}

/** The name of a placeholder; undefined for a text that is something else. */
export function placeholderName(text: string): string | undefined {
  return /^\$\{([A-Za-z_][A-Za-z0-9_]*)\}$/.exec(text)?.[1]
}

function isReference(value: JsonValue): boolean {
  return isJsonObject(value) && (Object.hasOwn(value, '$env') || Object.hasOwn(value, '$secret'))
}

function variableOf(value: JsonValue): string | undefined {
  if (!isJsonObject(value)) return undefined
  const name = getOwn(value, '$env')
  const type = getOwn(value, 'type')
  const isText = type === undefined || type === 'string'
  return typeof name === 'string' && isText && /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) ? name : undefined
}
