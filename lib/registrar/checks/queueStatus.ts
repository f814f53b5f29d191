import type { Problem } from '@/lib/base/problem'
import type { QueueCheck } from '@/lib/registry/renewals/queueChecks'
import type { RegistrationOutcome } from '@/lib/registry/versions/version'
import { type QueueReport, queueReportSchema } from './queueReport'

/** How a registered worker type stands with its Queue. */
export interface QueueStatus {
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

/** How a version stands at a time, by the last check. */
export function queueStatusOf(
  version: RegisteredVersion,
  check: QueueCheck | undefined,
  { automaticRenewal, now, warnBefore }: { automaticRenewal: boolean; now: Date; warnBefore: number },
): QueueStatus {
  const report = reportOn(version, check)
  const known = report?.expires ?? null
  const expires = known === null ? null : new Date(known)
  const state = stateOf(version, report, expires, now)
  const differences = report?.differences ?? []
  const expiring = state !== 'expired' && expires !== null && expires.getTime() - now.getTime() < warnBefore
  const { meaning, advice } = queueStatusWords({ state, differences, expiring, expires, automaticRenewal })
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

const propertyWords: Record<string, string> = {
  outcome: 'what the Queue takes',
  payloadSchema: 'the payload schema',
  description: 'the description',
  stability: 'the stability',
  expires: 'the expiry',
}

/** The property of a difference in words. */
export function differenceWords(property: string): string {
  return propertyWords[property] ?? property
}

/** A state in a sentence for admins, and what they can do about it. */
function queueStatusWords({
  state,
  differences,
  expiring,
  expires,
  automaticRenewal,
}: Pick<QueueStatus, 'state' | 'differences' | 'expiring' | 'expires' | 'automaticRenewal'>): {
  meaning: string
  advice: string
} {
  const renewing = automaticRenewal ? 'It will be renewed by the next check.' : 'Renew it.'
  const soon = expiring && expires !== null ? ` It expires on ${expires.toJSON().slice(0, 10)}.` : ''
  switch (state) {
    case 'same':
      return { meaning: `The Queue reports what was registered here.${soon}`, advice: expiring ? renewing : '' }
    case 'changed':
      return { meaning: `${changed(differences)}${soon}`, advice: changedAdvice(differences) }
    case 'missing':
      return { meaning: 'The Queue does not know this worker type, so its tasks are not checked.', advice: renewing }
    case 'expired':
      return {
        meaning: 'The registration has expired: the Queue has forgotten it, and tasks are not checked.',
        advice: renewing,
      }
    case 'undeclared':
      return { meaning: 'The Queue declares no worker types, so there is nothing to compare.', advice: '' }
    case 'unknown':
      return { meaning: 'The Queue could not be asked.', advice: 'Check again later; the last registration stands.' }
    case 'unchecked':
      return { meaning: 'It was not compared with the Queue yet.', advice: 'Check it now.' }
  }
}

function changed(differences: QueueReport['differences']): string {
  const others = differences.filter(({ property }) => property !== 'outcome')
  if (others.length === 0) return 'The Queue takes other declarations than when this version was registered.'
  const words = others.map(({ property }) => differenceWords(property))
  const list = words.length === 1 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
  return `Changed elsewhere: the Queue has something else than what was registered here for ${list}.`
}

function changedAdvice(differences: QueueReport['differences']): string {
  const outcome = differences.find(({ property }) => property === 'outcome')
  if (outcome?.queue === 'enforced') return 'Register the design again: the Queue takes payload schemas now.'
  if (outcome !== undefined)
    return 'Register the design again, so that the version says what its payload schema comes to.'
  return 'Put the registered version back, or register a new one that says what the Queue has.'
}

/** The report of a check, if it is about this version. */
export function reportOn(version: { number: number }, check: QueueCheck | undefined): QueueReport | undefined {
  return check?.number === version.number ? queueReportSchema.parse(check.report) : undefined
}
