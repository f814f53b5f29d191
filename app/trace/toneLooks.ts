import { Check, CircleSlash, type LucideIcon, X } from 'lucide-react'
import type { LineTone } from './traceView'

/** Icon and ink of what came of a step. */
export const toneLooks: Record<Exclude<LineTone, 'plain'>, { icon: LucideIcon; ink: string }> = {
  good: { icon: Check, ink: 'text-good' },
  lost: { icon: CircleSlash, ink: 'text-warn' },
  bad: { icon: X, ink: 'text-bad' },
}
