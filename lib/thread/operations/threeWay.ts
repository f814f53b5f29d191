import type { JsonObject } from '@/lib/base/json'
import { type ThreeWayChange, threeWayChanges } from '@/lib/schema/threeWayChanges'

export interface ThreeWayInput {
  base: JsonObject
  theirs: JsonObject
  ours: JsonObject
}

/** Where two payload schemas have left the one that both come from: the first of those places, and how many more there are. */
export interface ThreeWay {
  changes: ThreeWayChange[]
  more: number
}

const mostShown = 300

export function threeWay({ base, theirs, ours }: ThreeWayInput): ThreeWay {
  const all = threeWayChanges(base, theirs, ours)
  return { changes: all.slice(0, mostShown), more: Math.max(0, all.length - mostShown) }
}
