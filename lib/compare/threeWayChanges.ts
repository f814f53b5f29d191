import { equalJson, type JsonValue } from '@/lib/base/json'
import type { Difference } from './changes/comparedPlace'
import { listDifferences } from './changes/listDifferences'
import { readSchemaSource } from './read/schemaSource'

/** A place at which at least one of two schemas has left what both come from; undefined where one says nothing there. */
export interface ThreeWayChange {
  path: string
  what: string
  base: JsonValue | undefined
  theirs: JsonValue | undefined
  ours: JsonValue | undefined
  /** who has left the base; `alike` where both have, to the same */
  by: 'theirs' | 'ours' | 'both' | 'alike'
}

/** Where two schemas say something else than the one that both come from, in the order of theirs, then of ours. */
export function threeWayChanges(base: JsonValue, theirs: JsonValue, ours: JsonValue): ThreeWayChange[] {
  const rows = new Map<string, { their?: Difference; our?: Difference }>()
  const add = (changes: Difference[], side: 'their' | 'our') => {
    const seen = new Map<string, number>()
    for (const change of changes) {
      // Branches of one place may change in the same way: then the first of theirs stands beside the first of ours.
      const place = JSON.stringify([change.path, change.what, change.before ?? null])
      const count = seen.get(place) ?? 0
      seen.set(place, count + 1)
      const key = `${place}${count}`
      rows.set(key, { ...rows.get(key), [side]: change })
    }
  }
  add(differences(base, theirs), 'their')
  add(differences(base, ours), 'our')
  return [...rows.values()].flatMap(({ their, our }) => {
    const change = their ?? our
    if (change === undefined) return []
    const { path, what, before } = change
    const values = { base: before, theirs: their ? their.after : before, ours: our ? our.after : before }
    return [{ path, what, ...values, by: sideOf(their, our) }]
  })
}

/** What they say differently, but for titles and other texts. */
function differences(old: JsonValue, next: JsonValue): Difference[] {
  return listDifferences(readSchemaSource(old, 'old'), readSchemaSource(next, 'new')).filter(({ isText }) => !isText)
}

function sideOf(their: Difference | undefined, our: Difference | undefined): ThreeWayChange['by'] {
  if (their === undefined) return 'ours'
  if (our === undefined) return 'theirs'
  if (their.after === undefined || our.after === undefined) return their.after === our.after ? 'alike' : 'both'
  return equalJson(their.after, our.after) ? 'alike' : 'both'
}
