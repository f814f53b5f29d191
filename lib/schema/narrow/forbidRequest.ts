import type { JsonObject } from '@/lib/base/json'
import { pointerSegments } from '@/lib/base/path'
import type { SchemaOrBoolean } from '@/lib/schema/document/mapSubschemas'

/** The part of a task feature's `requestedBy` that names a place in the payload. */
export interface RequestPlace {
  /** JSON pointer with `*` for every item (or member) */
  path: string
  when?: JsonObject
  /** absence asks: in a parent that is there, or anywhere on the way */
  byDefault?: boolean | 'anywhere'
}

/**
 * The overlay under which no payload asks at a place: the property is dropped, or its asking values are taken away. Where absence asks
 * too (`byDefault`), the property becomes required; at the top level only if `requireAtRoot`, since there every task would have to say it.
 */
export function forbidRequest(request: RequestPlace, requireAtRoot: boolean): JsonObject {
  const segments = pointerSegments(request.path)
  const last = segments.at(-1)
  if (last === undefined) return { not: request.when ?? {} }
  const refused: SchemaOrBoolean = request.when === undefined ? false : { not: request.when }
  const innermost = last === '*' ? forbidMembers(request.when) : forbidProperty(last, refused)
  const parents = segments.slice(0, -1)
  const anywhere = request.byDefault === 'anywhere'
  if (request.byDefault && last !== '*' && (requireAtRoot || (parents.length > 0 && !anywhere))) {
    innermost.required = [last]
  }
  return overlayAt(parents, innermost, anywhere && requireAtRoot)
}

/**
 * Wraps an overlay so that it applies at a place; `*` is both the items of an array and the members of a map: `narrowSchema` takes what fits.
 * With `required` the place has to be there.
 */
export function overlayAt(segments: string[], overlay: JsonObject, required = false): JsonObject {
  let result = overlay
  for (const segment of segments.toReversed()) {
    result =
      segment === '*'
        ? { items: result, additionalProperties: result }
        : { properties: { [segment]: result }, ...(required ? { required: [segment] } : {}) }
  }
  return result
}

function forbidProperty(name: string, refused: SchemaOrBoolean): JsonObject {
  return { properties: { [name]: refused } }
}

function forbidMembers(when: JsonObject | undefined): JsonObject {
  if (when === undefined) return { maxItems: 0, maxProperties: 0 }
  return overlayAt(['*'], { not: when })
}
