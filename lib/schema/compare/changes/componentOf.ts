import { pointerSegments } from '@/lib/base/path'
import type { CompareOptions, SchemaChange, SchemaOrigin } from '@/lib/schema/compare/schemaComparison'
import type { Difference } from './difference'

/**
 * Which component caused a difference: of the restrictions that only one side has, the one that reaches the place; else the component that
 * declares the property.
 */
export function componentOf(
  { path, kind }: Pick<Difference, 'path' | 'kind'>,
  origins: CompareOptions['origins'] = {},
): Pick<SchemaChange, 'component' | 'restriction'> {
  const segments = pointerSegments(path)
  const restriction =
    restrictionAt(segments, origins.new, origins.old) ?? restrictionAt(segments, origins.old, origins.new)
  if (restriction !== undefined) return { component: restriction.component, restriction: restriction.id }
  const property = segments[0]
  if (property === undefined) return {}
  const sides = kind === 'removed' ? [origins.old, origins.new] : [origins.new, origins.old]
  const component = sides
    .map((origin) =>
      origin !== undefined && Object.hasOwn(origin.provenance, property) ? origin.provenance[property] : undefined,
    )
    .find((name) => name !== undefined)
  return component === undefined ? {} : { component }
}

/** The restriction of one side alone whose paths come closest to a place. */
function restrictionAt(segments: string[], of: SchemaOrigin | undefined, without: SchemaOrigin | undefined) {
  const others = new Set(without?.restrictions.map(({ id }) => id))
  let best: { restriction: SchemaOrigin['restrictions'][number]; length: number } | undefined
  for (const restriction of of?.restrictions ?? []) {
    if (others.has(restriction.id)) continue
    for (const path of restriction.paths) {
      const length = sharedLength(segments, pointerSegments(path))
      if (length > (best?.length ?? 0)) best = { restriction, length }
    }
  }
  return best?.restriction
}

/** How many segments two patterns share where one leads to the other; 0 where neither does. */
function sharedLength(one: string[], other: string[]): number {
  const length = Math.min(one.length, other.length)
  for (let i = 0; i < length; i++) if (one[i] !== other[i] && one[i] !== '*' && other[i] !== '*') return 0
  return length
}
