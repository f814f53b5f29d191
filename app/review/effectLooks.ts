import { CircleHelp, OctagonX, Plus, Type } from 'lucide-react'
import type { ChangeEffect } from '@/lib/schema/compare/schemaComparison'

/** How the effects of changes look; their words are those of `effectWords`. */
export const effectLooks = {
  narrows: { icon: OctagonX, tone: 'bad' },
  undecided: { icon: CircleHelp, tone: 'warn' },
  widens: { icon: Plus, tone: 'good' },
  'text only': { icon: Type, tone: 'plain' },
} as const satisfies Record<ChangeEffect, object>
