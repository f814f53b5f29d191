import { BookOpen, CircleSlash, Clock, OctagonX, ShieldCheck } from 'lucide-react'
import { Tag } from '@/app/components/Tag'
import type { RegistrationOutcome } from '@/lib/registry/version'

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
