import type { Problem } from '../../base/problem'
import type { QueueCheck } from '../../registry/queueCheck'
import type { RegistrationOutcome } from '../../registry/version'
import { type QueueReport, queueReportSchema } from './queueReport'
import { standingWords } from './standingWords'

/** How a registered worker type stands with its Queue. */
export interface Standing {
  taskQueueId: string
  /** the number of the registered version */
  version: number
  /** what its registration came to */
  outcome: RegistrationOutcome | null
  /** that of the report; `expired` for a worker type whose time is over, `unchecked` where this version was not compared yet */
  state: QueueReport['state'] | 'expired' | 'unchecked'
  /** soon, while `state` is another one than `expired` */
  expiring: boolean
  /** true where nothing is to be done: nothing differs, is missing, over or unknown */
  ok: boolean
  /** a sentence on the state, and what to do about it */
  meaning: string
  advice: string
  expires: Date | null
  checkedAt: Date | null
  automaticRenewal: boolean
  differences: QueueReport['differences']
  problems: Problem[]
}

/** What is known of the version that stands. */
export interface RegisteredVersion {
  taskQueueId: string
  number: number
  outcome: RegistrationOutcome | null
  expires: Date
}

/** True where a worker type is missing, or expires within the time, in milliseconds. */
export function isDue(report: QueueReport, now: Date, warnBefore: number): boolean {
  if (report.state === 'missing') return true
  return report.expires !== null && Date.parse(report.expires) - now.getTime() < warnBefore
}

/** The report of a check, if it is about this version. */
export function reportOn(version: Pick<RegisteredVersion, 'number'>, check: QueueCheck | undefined) {
  return check?.number === version.number ? queueReportSchema.parse(check.report) : undefined
}

/** How a version stands at a time, by the last check. */
export function standingOf(
  version: RegisteredVersion,
  check: QueueCheck | undefined,
  { automaticRenewal, now, warnBefore }: { automaticRenewal: boolean; now: Date; warnBefore: number },
): Standing {
  const report = reportOn(version, check)
  const known = report?.expires ?? null
  const expires = known === null ? null : new Date(known)
  const state = stateOf(version, report, expires, now)
  const differences = report?.differences ?? []
  const expiring = state !== 'expired' && expires !== null && expires.getTime() - now.getTime() < warnBefore
  const { meaning, advice } = standingWords({ state, differences, expiring, expires, automaticRenewal })
  return {
    taskQueueId: version.taskQueueId,
    version: version.number,
    outcome: version.outcome,
    state,
    expiring,
    ok: state === 'same' || state === 'undeclared',
    meaning,
    advice,
    expires,
    checkedAt: report === undefined ? null : (check?.checkedAt ?? null),
    automaticRenewal,
    differences,
    problems: report?.problems ?? [],
  }
}

function stateOf(version: RegisteredVersion, report: QueueReport | undefined, expires: Date | null, now: Date) {
  if (report === undefined) return 'unchecked'
  if (expires !== null && expires <= now) return 'expired'
  if (report.state === 'missing' && version.expires <= now) return 'expired'
  return report.state
}
