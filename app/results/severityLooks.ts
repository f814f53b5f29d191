import { Info, type LucideIcon, OctagonX, TriangleAlert } from 'lucide-react'
import type { Tone } from '@/app/components/Tag'
import type { Severity } from '@/lib/base/problem'

/** Icon, word and tone of each severity. */
export const severityLooks: Record<Severity, { icon: LucideIcon; word: string; many: string; tone: Tone }> = {
  error: { icon: OctagonX, word: 'Error', many: 'errors', tone: 'bad' },
  warning: { icon: TriangleAlert, word: 'Warning', many: 'warnings', tone: 'warn' },
  notice: { icon: Info, word: 'Notice', many: 'notices', tone: 'accent' },
}
