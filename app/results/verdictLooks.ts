import { Check, CircleSlash, type LucideIcon, OctagonX, TriangleAlert, X } from 'lucide-react'
import type { Tone } from '@/app/components/Tag'
import type { Verdict } from '@/lib/compose/composition'

/** Icon, word, tone and meaning of each answer of the support matrix. */
export const verdictLooks: Record<Verdict, { icon: LucideIcon; word: string; tone: Tone; meaning: string }> = {
  supported: { icon: Check, word: 'Yes', tone: 'good', meaning: 'works' },
  limited: { icon: TriangleAlert, word: 'Limited', tone: 'accent', meaning: 'works, but not as one would hope' },
  refused: { icon: X, word: 'Refused', tone: 'bad', meaning: 'the worker refuses a task that asks for it' },
  dropped: { icon: CircleSlash, word: 'Dropped', tone: 'warn', meaning: 'the task runs without it' },
  fatal: { icon: OctagonX, word: 'Fatal', tone: 'bad', meaning: 'a task that asks for it stops the worker' },
}
