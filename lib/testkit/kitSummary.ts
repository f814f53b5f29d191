import { canonicalJson } from '@/lib/base/json'
import type { Problem } from '@/lib/base/problem'
import type { Verdict } from '@/lib/compose/composition'
import { caseNames, differentCases, equalCases, type KitCase, type KitReport } from './kitReport'

/** A report of the test kit as a page shows it: equal cases once, long texts cut. */
export interface KitSummary {
  /** what the entry was tested with */
  counterpart: string
  columns: string[]
  rows: { feature: string; title: string; cells: { verdict: Verdict; reason: string }[] }[]
  /** payload schemas, and the cases that have them; null where no task can run */
  schemas: { names: string; config: string; schema: string | null; problems: Problem[] }[]
  contradictions: Problem[]
}

const longestText = 20_000
const longestConfig = 300

/** What of a report is worth showing. */
export function kitSummary({ entry, cases, contradictions }: KitReport): KitSummary {
  const isPlugin = entry.startsWith('plugin ')
  const groups = equalCases(cases)
  const columns = isPlugin ? differentCases(cases) : groups.flatMap(([one]) => one ?? [])
  return {
    counterpart: isPlugin ? 'a made-up engine' : 'a made-up plugin for each engine feature',
    columns: columns.map(({ name }) => name),
    rows: (columns[0]?.rows ?? []).map(({ feature, title }, index) => ({
      feature,
      title,
      cells: columns.map(({ rows }) => ({
        verdict: rows[index]?.verdict ?? 'refused',
        reason: rows[index]?.reason ?? '',
      })),
    })),
    schemas: groups.flatMap((group) => {
      const [one] = group
      return one === undefined ? [] : [{ names: namesOf(group, isPlugin, groups.length), ...schemaOf(one) }]
    }),
    contradictions,
  }
}

function namesOf(group: KitCase[], isPlugin: boolean, groups: number): string {
  if (groups === 1) return 'in every case'
  return isPlugin ? caseNames(group) : (group[0]?.name ?? '')
}

function schemaOf({ config, effectiveSchema, problems }: KitCase) {
  const schema = effectiveSchema === null ? null : cut(canonicalJson(effectiveSchema).trimEnd(), longestText)
  return { config: cut(JSON.stringify(config), longestConfig), schema, problems }
}

function cut(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest)} …` : text
}
