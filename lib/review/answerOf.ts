import type { JsonValue } from '@/lib/base/json'
import type { ChangeEffect, SchemaChange, SchemaComparison } from '@/lib/compare/schemaComparison'

/** Answers "will any task that works today stop working?". */
export interface ReviewAnswer {
  answer: 'yes' | 'no' | 'cannot tell'
  /** why, as one sentence */
  sentence: string
  /** how many changes refuse tasks, or may */
  count: number
  /** a payload that works today and would be refused */
  example?: JsonValue
}

/** The one question of a review, by the proof or the witness that the comparison has found. */
export function answerOf(comparison: Pick<SchemaComparison, 'forward' | 'changes'>): ReviewAnswer {
  const { forward } = comparison
  const breaking = breakingChanges(comparison)
  const count = breaking.length
  if (forward.verdict === 'proved') {
    const sentence =
      forward.rule === 'the same'
        ? 'Both payload schemas say the same.'
        : 'Every payload that is accepted today will be accepted.'
    return { answer: 'no', sentence, count }
  }
  if (forward.verdict === 'refuted') {
    const known = breaking.filter(({ effect }) => effect === 'narrows').length
    const doubtful = count - known
    const more = doubtful === 0 ? '' : `; of ${doubtful} more it is not known`
    const sentence =
      known === 0
        ? 'A payload that is accepted today would be refused, and it is not known which change does it.'
        : `${changesDo(known, 'refuse')} payloads that are accepted today${more}.`
    // The witness of a single change says more than one that several of them refuse.
    const single = breaking.find(({ witness }) => witness !== undefined)
    return { answer: 'yes', sentence, count, example: single?.witness === undefined ? forward.witness : single.witness }
  }
  const at = forward.place === '' ? '' : ` at ${forward.place} in the schema`
  const sentence = `It could be neither proved nor refuted${at}: ${forward.reason}.`
  return { answer: 'cannot tell', sentence, count }
}

function changesDo(count: number, verb: string): string {
  return count === 1 ? `One change ${verb}s` : `${count} changes ${verb}`
}

/**
 * The changes that refuse tasks which work today, or may. Where it is proved that none does, a change of which nothing is known can only
 * widen, and is no break.
 */
export function breakingChanges({ forward, changes }: Pick<SchemaComparison, 'forward' | 'changes'>): SchemaChange[] {
  if (forward.verdict === 'proved') return []
  return changes.filter(({ effect }) => effect === 'narrows' || effect === 'undecided')
}

/** What a change does to tasks, in a word and in a sentence. */
export const effectWords: Record<ChangeEffect, { word: string; meaning: string }> = {
  narrows: { word: 'breaks tasks', meaning: 'refuses payloads that are accepted today' },
  undecided: { word: 'cannot tell', meaning: 'may refuse payloads that are accepted today' },
  widens: { word: 'allows more', meaning: 'accepts payloads that are refused today' },
  'text only': { word: 'no effect', meaning: 'changes words or order alone' },
}

/** The question that a review answers. */
export const reviewQuestion = 'Will any task that works today stop working?'
