import type { JsonValue } from '@/lib/base/json'
import type { SchemaViolation } from '@/lib/schema/validate/explain/finding'

/** How two payload schemas relate. */
export interface SchemaComparison {
  /** whether the new schema accepts everything that the old one accepts: no task breaks */
  forward: Inclusion
  /** whether the old schema accepts everything that the new one accepts: workers that still have the old one take all new tasks */
  backward: Inclusion
  /** what is said differently, those that break tasks first */
  changes: SchemaChange[]
}

/** Whether one schema accepts everything that another one accepts. */
export type Inclusion =
  | { verdict: 'proved'; rule: ProofRule }
  | {
      verdict: 'refuted'
      /** a whole payload that the one accepts and the other refuses; both validators have confirmed it */
      witness: JsonValue
      /** why it is refused; empty where the schema is one that no payload validator compiles */
      violations: SchemaViolation[]
    }
  | {
      verdict: 'undecided'
      /** JSON pointer into the schema, where the reason lies; '' is the whole */
      place: string
      /** a clause to stand behind a colon */
      reason: string
    }

/**
 * What proves an inclusion: both say `the same` apart from texts and order, or `no value` is left that the one accepts and the other
 * refuses, after all of them have been taken apart by type and keyword.
 */
export type ProofRule = 'the same' | 'no value'

/** What a change does to tasks, together with all the others. */
export type ChangeEffect = 'narrows' | 'widens' | 'text only' | 'undecided'

/** One place at which two schemas say different things. */
export interface SchemaChange {
  /** the same for the same change, whatever else changes: place in the payload, what is said there and how it changed */
  id: string
  kind: 'added' | 'removed' | 'changed'
  /** pointer pattern into the payloads: `/caches/*`; '' is the whole */
  path: string
  /** what the schemas say there: a keyword, or `property` for a property that only one of them has */
  what: string
  /** undefined where only the new schema says it */
  before?: JsonValue
  /** undefined where only the old schema says it */
  after?: JsonValue
  /** JSON pointers into the two schemas; undefined where one of them has no such place */
  places: { old?: string; new?: string }
  effect: ChangeEffect
  /** what changed, in words that an admin understands; begins with a capital and ends with a full stop */
  sentence: string
  /** the component that caused it: `plugin cache`, `engine mock` */
  component?: string
  /** the restriction that caused it, by its id */
  restriction?: string
  /** where it narrows: a payload that only the old schema accepts; where it widens: one that only the new schema accepts */
  witness?: JsonValue
  /** where it is undecided: why */
  reason?: string
}

/** Where the parts of a schema come from, as a composition says it. */
export interface SchemaOrigin {
  /** payload property -> component that declares it */
  provenance: Readonly<Record<string, string>>
  /** why the schema is narrower than what the components declare; `paths` are pointer patterns into the payload */
  restrictions: readonly { id: string; component: string; paths: readonly string[] }[]
}

export interface CompareOptions {
  /** asked again and again; once true, what is left is undecided. Without it there is no limit but that of steps. */
  outOfTime?: () => boolean
  /** told the verdicts as soon as they are known, before the changes are looked at */
  onVerdicts?: (verdicts: Pick<SchemaComparison, 'forward' | 'backward'>) => void
  /** where the parts of the old and of the new schema come from */
  origins?: { old?: SchemaOrigin; new?: SchemaOrigin }
}

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
