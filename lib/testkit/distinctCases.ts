import type { KitCase } from './kitReport'

/** Cases that come to the same, together. */
export function equalCases(cases: readonly KitCase[]): KitCase[][] {
  const groups = new Map<string, KitCase[]>()
  for (const one of cases) {
    const key = outcomeOf(one)
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()]
}

/** Of a plugin's cases: the engines with everything and with nothing, and those whose one lack makes a difference. */
export function differentCases([every, none, ...others]: readonly KitCase[]): KitCase[] {
  const ends = [every, none].filter((one) => one !== undefined)
  return [...ends, ...others.filter((one) => every !== undefined && outcomeOf(one) !== outcomeOf(every))]
}

/** Names of cases in a few words. */
export function caseNames(group: readonly KitCase[]): string {
  const single = group.flatMap(({ lacking }) => (lacking.length === 1 ? lacking : []))
  const others = group.filter(({ lacking }) => lacking.length !== 1).map(({ name }) => name)
  return [...others, ...(single.length > 0 ? [`without ${single.join(' or ')}`] : [])].join(', ')
}

function outcomeOf({ rows, effectiveSchema, problems }: KitCase): string {
  return JSON.stringify([rows.map(({ verdict }) => verdict), effectiveSchema, problems.length])
}
