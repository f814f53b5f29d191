import type { JsonObject, JsonValue } from '@/lib/base/json'
import type { Problem } from '@/lib/base/problem'
import type { MatrixCell } from '@/lib/compose/composition'

/** One task feature, or one engine feature that a made-up plugin uses, in one case. */
interface KitRow extends MatrixCell {
  /** name of the feature */
  feature: string
  title: string
}

/** An entry with a made-up counterpart. */
export interface KitCase {
  /** `every feature`, `no feature`, `without openDisplay`; of an engine `configuration 1` */
  name: string
  /** the configuration of the entry */
  config: JsonValue
  /** engine features that the made-up engine lacks; empty for engines */
  lacking: string[]
  rows: KitRow[]
  /** the narrowed payload schema; null where no task can run */
  effectiveSchema: JsonObject | null
  /** errors of the composition: why no task can run */
  problems: Problem[]
}

/** What the test kit finds out about an entry, without any real counterpart. */
export interface KitReport {
  /** `plugin recordscreen`, and its version */
  entry: string
  version: string
  cases: KitCase[]
  /** where the entry says two things that cannot both be true; none is good */
  contradictions: Problem[]
}

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

/** The same problem at the same place once. */
export function distinctProblems(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [`${problem.path} ${problem.message}`, problem])).values()]
}
