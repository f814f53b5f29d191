import { canonicalJson, isJsonObject, type JsonValue } from '@/lib/base/json'
import { below } from '@/lib/compare/read/schemaSource'
import { type Compare, type ComparedPlace, type Difference, inner, says } from './comparedPlace'

/**
 * The differences of `allOf`, `anyOf` or `oneOf`: alternatives that are the same in both lists go together, then those that are most alike,
 * and what is left over was added or removed.
 */
export function alternativeDifferences(
  keyword: string,
  was: JsonValue[],
  is: JsonValue[],
  spot: ComparedPlace,
  compare: Compare,
): Difference[] {
  const pairs = pairUp(was, is)
  const changed = pairs.flatMap(([before, after]) =>
    compare({
      path: spot.path,
      old: inner(spot, [keyword, before], was[before] ?? true, true, spot.path).old,
      new: inner(spot, [keyword, after], true, is[after] ?? true, spot.path).new,
    }),
  )
  const olds = new Set(pairs.map(([before]) => before))
  const news = new Set(pairs.map(([, after]) => after))
  return [
    ...changed,
    ...is.flatMap((branch, i) => (news.has(i) ? [] : [added(keyword, was, is, branch, i, spot)])),
    ...was.flatMap((branch, i) => (olds.has(i) ? [] : [removed(keyword, was, is, branch, i, spot)])),
  ]
}

function added(
  keyword: string,
  was: JsonValue[],
  is: JsonValue[],
  branch: JsonValue,
  at: number,
  spot: ComparedPlace,
): Difference {
  return {
    ...says(undefined, branch),
    path: spot.path,
    what: keyword,
    places: { new: below(spot.new.pointer, keyword, at) },
    forth: { pointer: below(spot.old.pointer, keyword), value: [...was, branch] },
    back: { pointer: below(spot.new.pointer, keyword), value: is.filter((_, i) => i !== at) },
    isText: false,
  }
}

function removed(
  keyword: string,
  was: JsonValue[],
  is: JsonValue[],
  branch: JsonValue,
  at: number,
  spot: ComparedPlace,
): Difference {
  return {
    ...says(branch, undefined),
    path: spot.path,
    what: keyword,
    places: { old: below(spot.old.pointer, keyword, at) },
    forth: { pointer: below(spot.old.pointer, keyword), value: was.filter((_, i) => i !== at) },
    back: { pointer: below(spot.new.pointer, keyword), value: [...is, branch] },
    isText: false,
  }
}

function pairUp(was: JsonValue[], is: JsonValue[]): [number, number][] {
  const pairs: [number, number][] = []
  const free = new Set(is.keys())
  const waiting: number[] = []
  const texts = is.map((branch) => canonicalJson(branch))
  for (const [i, branch] of was.entries()) {
    const text = canonicalJson(branch)
    const same = [...free].find((k) => texts[k] === text)
    if (same === undefined) waiting.push(i)
    else {
      pairs.push([i, same])
      free.delete(same)
    }
  }
  for (const i of waiting) {
    let best: { at: number; likeness: number } | undefined
    for (const at of free) {
      const likeness = alike(was[i] ?? true, is[at] ?? true)
      if (likeness > (best?.likeness ?? 0)) best = { at, likeness }
    }
    if (best === undefined) continue
    pairs.push([i, best.at])
    free.delete(best.at)
  }
  return pairs.sort(([, a], [, b]) => a - b)
}

/** How much of two schemas is the same, from 0 to 1; 0 where they are of different types. */
function alike(one: JsonValue, other: JsonValue): number {
  if (!isJsonObject(one) || !isJsonObject(other)) return 0
  if (one.type !== undefined && other.type !== undefined && canonicalJson(one.type) !== canonicalJson(other.type))
    return 0
  const [a, b] = [features(one), features(other)]
  const shared = [...a].filter((feature) => b.has(feature)).length
  return shared / Math.max(a.size + b.size - shared, 1)
}

function features(schema: { [key: string]: JsonValue }): Set<string> {
  const found = new Set<string>()
  for (const [keyword, value] of Object.entries(schema)) {
    found.add(keyword)
    if (isJsonObject(value))
      for (const [name, member] of Object.entries(value))
        found.add(`${keyword}/${name}`).add(`${keyword}/${name}/${canonicalJson(member)}`)
    else found.add(`${keyword}=${canonicalJson(value)}`)
  }
  return found
}
