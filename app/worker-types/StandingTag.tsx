import { BookOpen, CircleAlert, CircleCheck, CircleHelp, Clock, GitCompare, SearchX, TimerOff } from 'lucide-react'
import { Tag } from '@/app/components/Tag'
import type { Standing } from '@/lib/queue/registrar/standing'

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
export function StandingTag({ standing: { state, expiring } }: { standing: Pick<Standing, 'state' | 'expiring'> }) {
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
