import type { ChangeEffect } from '@/lib/schema/compare/schemaComparison'

/** What a change does to tasks, in a word and in a sentence. */
export const effectWords: Record<ChangeEffect, { word: string; meaning: string }> = {
  narrows: { word: 'breaks tasks', meaning: 'refuses payloads that are accepted today' },
  undecided: { word: 'cannot tell', meaning: 'may refuse payloads that are accepted today' },
  widens: { word: 'allows more', meaning: 'accepts payloads that are refused today' },
  'text only': { word: 'no effect', meaning: 'changes words or order alone' },
}

/** The question that a review answers. */
export const reviewQuestion = 'Will any task that works today stop working?'
