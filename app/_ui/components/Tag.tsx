import {
  Check,
  CircleHelp,
  CircleSlash,
  Info,
  type LucideIcon,
  OctagonX,
  Plus,
  TriangleAlert,
  Type,
  X,
} from 'lucide-react'
import type { ReactNode } from 'react'
import type { Severity } from '@/lib/base/problem'
import type { ChangeEffect } from '@/lib/compare/schemaComparison'
import type { Verdict } from '@/lib/compose/composition'
import { classNames } from './classNames'

type Tone = 'good' | 'bad' | 'warn' | 'accent' | 'plain'

const tones: Record<Tone, string> = {
  good: 'bg-good-soft text-good',
  bad: 'bg-bad-soft text-bad',
  warn: 'bg-warn-soft text-warn',
  accent: 'bg-accent-soft text-accent',
  plain: 'bg-sunken text-ink-soft',
}

/** A word with an icon: the colour is never the only sign. */
export function Tag({ tone = 'plain', icon: Icon, children }: { tone?: Tone; icon?: LucideIcon; children: ReactNode }) {
  return (
    <span
      className={classNames(
        'inline-flex items-center gap-1 rounded px-1.5 py-0.5 text-[0.8rem] leading-tight font-medium whitespace-nowrap',
        tones[tone],
      )}
    >
      {Icon !== undefined && <Icon aria-hidden className="size-3.5 shrink-0" />}
      {children}
    </span>
  )
}

/** Icon, word and tone of each severity. */
export const severityLooks: Record<Severity, { icon: LucideIcon; word: string; many: string; tone: Tone }> = {
  error: { icon: OctagonX, word: 'Error', many: 'errors', tone: 'bad' },
  warning: { icon: TriangleAlert, word: 'Warning', many: 'warnings', tone: 'warn' },
  notice: { icon: Info, word: 'Notice', many: 'notices', tone: 'accent' },
}

/** Icon, word, tone and meaning of each answer of the support matrix. */
export const verdictLooks: Record<Verdict, { icon: LucideIcon; word: string; tone: Tone; meaning: string }> = {
  supported: { icon: Check, word: 'Yes', tone: 'good', meaning: 'works' },
  limited: { icon: TriangleAlert, word: 'Limited', tone: 'accent', meaning: 'works, but not as one would hope' },
  refused: { icon: X, word: 'Refused', tone: 'bad', meaning: 'the worker refuses a task that asks for it' },
  dropped: { icon: CircleSlash, word: 'Dropped', tone: 'warn', meaning: 'the task runs without it' },
  fatal: { icon: OctagonX, word: 'Fatal', tone: 'bad', meaning: 'a task that asks for it stops the worker' },
}

/** How the effects of changes look; their words are those of `effectWords`. */
export const effectLooks = {
  narrows: { icon: OctagonX, tone: 'bad' },
  undecided: { icon: CircleHelp, tone: 'warn' },
  widens: { icon: Plus, tone: 'good' },
  'text only': { icon: Type, tone: 'plain' },
} as const satisfies Record<ChangeEffect, object>
