import { pointerSegments } from '@/lib/base/path'
import type { Composition, Restriction } from '@/lib/compose/composition'

/**
 * The restriction that a payload breaks at a place: one that refuses the payload by itself and speaks of the place. Several may, such as a
 * greatest and a least run time; then it is one that refuses something at that very place, else on the way to it or below, and the one that stands
 * nearest: with the longest pattern that the place is at, below or directly above. None where the payload is no good there whatever is restricted.
 *
 * @param refusedBy where the schema of a restriction refuses the payload, as pointers
 */
export function restrictionFor(
  pointer: string,
  { restrictions }: Pick<Composition, 'restrictions'>,
  refusedBy: (restriction: Restriction) => string[],
): Restriction | undefined {
  const place = pointerSegments(pointer)
  const near = restrictions.flatMap((restriction) => {
    const nearest = Math.max(
      ...restriction.paths.map((path) => pointerSegments(path)).map((pattern) => nearness(place, pattern)),
    )
    return nearest < 0 ? [] : [{ restriction, nearest }]
  })
  const guilty = near.filter(({ restriction }) => refusedBy(restriction).length > 0)
  const exactly = guilty.filter(({ restriction }) => refusedBy(restriction).includes(pointer))
  const here = guilty.filter(({ restriction }) =>
    refusedBy(restriction).some((refused) => sameWay(pointerSegments(refused), place)),
  )
  const candidates = [exactly, here, guilty].find(({ length }) => length > 0) ?? []
  const longest = Math.max(...candidates.map(({ nearest }) => nearest))
  return candidates.find(({ nearest }) => nearest === longest)?.restriction
}

/** The length of a pattern that a place is at, below or directly above; `*` matches any segment. -1 where it is elsewhere. */
function nearness(place: string[], pattern: string[]): number {
  const meets = pattern.slice(0, place.length).every((segment, index) => segment === '*' || segment === place[index])
  return meets && place.length >= pattern.length - 1 ? pattern.length : -1
}

/** Whether one place is the other, or leads to it. */
function sameWay(one: string[], other: string[]): boolean {
  const shared = Math.min(one.length, other.length)
  return one.slice(0, shared).every((segment, index) => segment === other[index])
}
