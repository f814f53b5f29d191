import {
  BookOpen,
  CircleAlert,
  CircleCheck,
  CircleHelp,
  CircleSlash,
  Clock,
  GitCompare,
  OctagonX,
  SearchX,
  ShieldCheck,
  TimerOff,
} from 'lucide-react'
import type { QueueStatus } from '@/lib/registrar/checks/queueStatus'
import type { RegistrationOutcome } from '@/lib/registry/versions/version'
import { Tag } from './Tag'

/** What became of a registration, in a word. */
export function OutcomeTag({
  state,
  outcome,
}: {
  state: 'intended' | 'acknowledged' | 'failed'
  outcome: RegistrationOutcome | null
}) {
  if (state === 'failed')
    return (
      <Tag tone="bad" icon={OctagonX}>
        failed
      </Tag>
    )
  if (state === 'intended')
    return (
      <Tag tone="warn" icon={Clock}>
        waiting for the Queue
      </Tag>
    )
  if (outcome === 'enforced')
    return (
      <Tag tone="good" icon={ShieldCheck}>
        enforced
      </Tag>
    )
  if (outcome === 'declared-only')
    return (
      <Tag tone="warn" icon={CircleSlash}>
        declared only
      </Tag>
    )
  return (
    <Tag tone="warn" icon={BookOpen}>
      published only
    </Tag>
  )
}

const looks = {
  same: { tone: 'good', icon: CircleCheck, word: 'as registered' },
  changed: { tone: 'bad', icon: GitCompare, word: 'changed elsewhere' },
  missing: { tone: 'bad', icon: SearchX, word: 'missing' },
  expired: { tone: 'bad', icon: TimerOff, word: 'expired' },
  undeclared: { tone: 'plain', icon: BookOpen, word: 'nothing to compare' },
  unknown: { tone: 'warn', icon: CircleAlert, word: 'Queue not reached' },
  unchecked: { tone: 'plain', icon: CircleHelp, word: 'not compared yet' },
} as const

/** How a worker type stands with its Queue, in a word or two. */
export function StatusTag({ status: { state, expiring } }: { status: Pick<QueueStatus, 'state' | 'expiring'> }) {
  const { tone, icon, word } = looks[state]
  return (
    <span className="inline-flex flex-wrap gap-1">
      <Tag tone={tone} icon={icon}>
        {word}
      </Tag>
      {expiring && (
        <Tag tone="warn" icon={Clock}>
          expires soon
        </Tag>
      )}
    </span>
  )
}
