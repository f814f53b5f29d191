import { canonicalJson } from '@/lib/base/json'
import { caseNames, differentCases, equalCases, type KitCase, type KitReport } from '@/lib/testkit/kitReport'
import { textTable, verdictWords } from './output'

/** What the test kit found, for a terminal: the matrix, the payload schema of each case, equal ones once, and how many contradictions. */
export function kitReportText({ entry, version, cases, contradictions }: KitReport): string {
  const isPlugin = entry.startsWith('plugin ')
  const groups = equalCases(cases)
  const columns = isPlugin ? differentCases(cases) : groups.flatMap(([one]) => (one === undefined ? [] : [one]))
  const head = [isPlugin ? 'task feature' : 'engine feature', ...columns.map(({ name }) => name)]
  const rows = (cases[0]?.rows ?? []).map((row, i) => [
    isPlugin ? row.title : row.feature,
    ...columns.map((one) => verdictWords[one.rows[i]?.verdict ?? 'refused']),
  ])
  const reasons = columns.flatMap((one) =>
    one.rows.filter(({ reason }) => reason !== '').map(({ title, reason }) => `  ${one.name}: ${title}: ${reason}`),
  )
  const config = cases[0]?.config ?? {}
  const lines = [
    `${entry} ${version}, with ${isPlugin ? 'a made-up engine' : 'a made-up plugin for each engine feature'}`,
    ...(isPlugin && Object.keys(config ?? {}).length > 0 ? [`configuration ${shorten(JSON.stringify(config))}`] : []),
    '',
    ...(rows.length > 0 ? textTable([head, ...rows]) : ['Nothing in it depends on an engine.']),
    ...(reasons.length > 0 ? ['', ...reasons] : []),
    ...groups.flatMap((group) => ['', ...schemaLines(group, isPlugin, groups.length === 1)]),
    '',
    contradictions.length === 0 ? 'No contradictions.' : `Contradictions: ${contradictions.length}.`,
  ]
  return `${lines.join('\n')}\n`
}

function schemaLines(group: readonly KitCase[], isPlugin: boolean, isAll: boolean): string[] {
  const [one] = group
  if (one === undefined) return []
  const schema = one.effectiveSchema
  return [
    `${isPlugin ? (isAll ? 'in every case' : caseNames(group)) : `${one.name} ${shorten(JSON.stringify(one.config))}`}:`,
    ...one.problems.map(({ message }) => `  ${message}`),
    ...(schema === null
      ? []
      : canonicalJson(schema)
          .trimEnd()
          .split('\n')
          .map((line) => `  ${line}`)),
  ]
}

function shorten(text: string): string {
  return text.length > 200 ? `${text.slice(0, 199)}…` : text
}
