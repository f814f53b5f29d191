import { equalJson, isJsonObject, type JsonValue } from '@/lib/base/json'
import { pointerSegments } from '@/lib/base/path'
import { count, shortJson, typeWords } from '@/lib/schema/words'
import type { Difference } from './comparedPlace'

/** Keywords with one value, in words that follow "must". */
const words: ReadonlyMap<string, (value: JsonValue) => string> = new Map(
  Object.entries<(value: JsonValue) => string>({
    type: (value) => `be ${typeWords((Array.isArray(value) ? value : [value]).map(String))}`,
    const: (value) => `be ${shortJson(value)}`,
    minimum: (value) => `be at least ${shortJson(value)}`,
    maximum: (value) => `be at most ${shortJson(value)}`,
    exclusiveMinimum: (value) =>
      typeof value === 'boolean' ? `exclude the minimum: ${value}` : `be more than ${shortJson(value)}`,
    exclusiveMaximum: (value) =>
      typeof value === 'boolean' ? `exclude the maximum: ${value}` : `be less than ${shortJson(value)}`,
    multipleOf: (value) => `be a multiple of ${shortJson(value)}`,
    minLength: (value) => `have at least ${countOf(value, 'character')}`,
    maxLength: (value) => `have at most ${countOf(value, 'character')}`,
    pattern: (value) => `match the pattern \`${String(value)}\``,
    format: (value) => `have the format ${shortJson(value)}`,
    minItems: (value) => `have at least ${countOf(value, 'item')}`,
    maxItems: (value) => `have at most ${countOf(value, 'item')}`,
    minProperties: (value) => `have at least ${countOf(value, 'property', 'properties')}`,
    maxProperties: (value) => `have at most ${countOf(value, 'property', 'properties')}`,
  }),
)

/** A difference in words that an admin understands, as one sentence. */
export function describeDifference({ path, what, kind, before, after }: Difference): string {
  const subject = path === '' ? 'The payload' : `\`${pointerSegments(path).join('.')}\``
  if (what === 'property') return kind === 'added' ? `${subject} is declared now.` : `${subject} is no longer declared.`
  if (what === 'required') return kind === 'added' ? `${subject} must be there now.` : `${subject} may be left out now.`
  if (what === 'enum') return `${subject} ${enumWords(before, after)}.`
  if (what === 'additionalProperties') return `${subject} ${closedWords(before, after)}.`
  if (what === 'uniqueItems') return `${subject} may ${after === true ? 'no longer' : 'now'} have an item twice.`
  if (['anyOf', 'oneOf'].includes(what) && kind !== 'changed')
    return `${subject} has one alternative ${kind === 'added' ? 'more' : 'less'}.`
  if (what === 'names like this')
    return `Names like ${subject} are ${kind === 'added' ? 'now' : 'no longer'} spoken of.`
  const said = words.get(what)
  if (said === undefined) return `${subject}: \`${what}\` was ${kind}.`
  if (before === undefined) return `${subject} must now ${said(after ?? null)}.`
  if (after === undefined) return `${subject} no longer has to ${said(before)}.`
  return `${subject} must ${said(after)}; before, it had to ${said(before)}.`
}

function enumWords(before: JsonValue | undefined, after: JsonValue | undefined): string {
  const [was, is] = [before, after].map((list) => (Array.isArray(list) ? list : []))
  if (before === undefined) return `must now be ${listed(is ?? [])}`
  if (after === undefined) return `no longer has to be ${listed(was ?? [])}`
  const gone = (was ?? []).filter((value) => !(is ?? []).some((other) => equalJson(value, other)))
  const come = (is ?? []).filter((value) => !(was ?? []).some((other) => equalJson(value, other)))
  const parts = [
    ...(gone.length > 0 ? [`can no longer be ${listed(gone)}`] : []),
    ...(come.length > 0 ? [`can now be ${listed(come)}`] : []),
  ]
  return parts.length === 0 ? 'takes the same values in another order' : parts.join(', and ')
}

function listed(values: readonly JsonValue[]): string {
  const shown = values.slice(0, 8).map((value) => shortJson(value))
  const more = values.length > shown.length ? [`${values.length - shown.length} others`] : []
  const all = [...shown, ...more]
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} or ${all.at(-1)}`
}

function closedWords(before: JsonValue | undefined, after: JsonValue | undefined): string {
  if (after === false) return 'takes no properties any more but those that it names'
  if (before === false)
    return isJsonObject(after ?? true)
      ? 'takes further properties of a certain form now'
      : 'takes any further properties now'
  return 'takes other further properties than before'
}

/** A number of things, or what stands there instead of one. */
function countOf(value: JsonValue, noun: string, plural = `${noun}s`): string {
  return typeof value === 'number' ? count(value, noun, plural) : `${shortJson(value)} ${plural}`
}
