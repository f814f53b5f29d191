import type { SchemaComparison } from './schemaComparison'

/** The comparison of two schemas that nothing is known of. */
export function undecidedComparison(reason: string): SchemaComparison {
  const verdict = { verdict: 'undecided', place: '', reason } as const
  return {
    forward: verdict,
    backward: verdict,
    changes: [
      {
        id: '#schema:undecided',
        kind: 'changed',
        path: '',
        what: 'schema',
        places: { old: '', new: '' },
        sentence: 'What the changes do to tasks is not known.',
        effect: 'undecided',
        reason,
      },
    ],
  }
}
