import { pointerSegments } from '../base/path'
import type { Restriction } from '../compose/composition'

/** The restriction that stands nearest to a place of the payload: the longest pattern that the place is at, below or directly above. */
export function restrictionFor(pointer: string, restrictions: Restriction[]): Restriction | undefined {
  const place = pointerSegments(pointer)
  let best: Restriction | undefined
  let length = -1
  for (const restriction of restrictions) {
    for (const path of restriction.paths) {
      const pattern = pointerSegments(path)
      if (pattern.length <= length || !meets(place, pattern)) continue
      best = restriction
      length = pattern.length
    }
  }
  return best
}

/** Whether one is a prefix of the other, up to one segment of the pattern; `*` matches any segment. */
function meets(place: string[], pattern: string[]): boolean {
  if (place.length < pattern.length - 1) return false
  return pattern.slice(0, place.length).every((segment, index) => segment === '*' || segment === place[index])
}
