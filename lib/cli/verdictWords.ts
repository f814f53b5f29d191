import type { Verdict } from '@/lib/compose/composition'

/** Verdicts of the support matrix, as tables show them. */
export const verdictWords: Record<Verdict, string> = {
  supported: 'yes',
  limited: 'limited',
  refused: 'no',
  dropped: 'dropped',
  fatal: 'fatal',
}
