import { equalJson } from '@/lib/base/equalJson'
import type { JsonObject } from '@/lib/base/json'
import { escapePointer, pointerSegments } from '@/lib/base/path'
import { forbidRequest, overlayAt } from '@/lib/schema/forbidRequest'
import type { LimitedArgument } from './limitedArguments'

/**
 * The overlay under which an argument that comes from a place of the payload is one that the engine takes, wherever the payload asks for the call. `all`
 * are the limited arguments of the same component, `always` says that every task asks.
 */
export function argumentOverlay(
  argument: LimitedArgument,
  place: string,
  all: LimitedArgument[],
  always: boolean,
): JsonObject {
  const segments = pointerSegments(place)
  const limit = 'keysOf' in argument.source ? { propertyNames: argument.limit.schema } : argument.limit.schema
  const { path, when, byDefault } = argument.feature.requestedBy
  if (always || path === undefined || appliesToAll(argument, all)) return overlayAt(segments, limit)
  const asking = pointerSegments(path)
  const inside = asking.every((segment, index) => segments[index] === segment)
  if (inside && when === undefined) return overlayAt(segments, limit)
  // Only in a pattern that begins with the whole path is `*` the item that asks; elsewhere it is any.
  const shared = inside ? asking.length : sharedLength(asking, segments)
  const rest = asking.slice(shared).map((segment) => `/${escapePointer(segment)}`)
  const noRequest = forbidRequest(
    { path: rest.join(''), ...(when ? { when } : {}), ...(byDefault ? { byDefault } : {}) },
    true,
  )
  return overlayAt(asking.slice(0, shared), { anyOf: [noRequest, overlayAt(segments.slice(shared), limit)] })
}

function sharedLength(a: string[], b: string[]): number {
  const different = a.findIndex((segment, index) => segment === '*' || segment !== b[index])
  return different < 0 ? a.length : different
}

/** Whether all requests that lead to this place have the same limit, so that it needs no condition. */
function appliesToAll(argument: LimitedArgument, all: LimitedArgument[]): boolean {
  const placeOf = ({ source }: LimitedArgument) => ('valueAt' in source ? source.valueAt : undefined)
  const place = placeOf(argument)
  if (place === undefined) return false
  const same = all.filter((other) => placeOf(other) === place)
  return (
    same.every((other) => equalJson(other.limit.schema, argument.limit.schema)) &&
    new Set(same.map((other) => other.feature.name)).size > 1
  )
}
