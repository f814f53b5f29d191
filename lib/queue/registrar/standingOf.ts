import type { QueueCheck } from '@/lib/registry/queueCheck'
import type { QueueReport } from './queueReport'
import { reportOn } from './reportOn'
import type { RegisteredVersion, Standing } from './standing'
import { standingWords } from './standingWords'

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
