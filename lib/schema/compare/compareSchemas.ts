import type { JsonValue } from '../../base/json'
import { listChanges } from './changes/listChanges'
import { createSolver } from './createSolver'
import { createValidation } from './createValidation'
import { decideInclusion } from './decideInclusion'
import { readSchemas } from './readSchemas'
import type { CompareOptions, SchemaComparison } from './schemaComparison'

/**
 * How two payload schemas relate: whether each accepts everything that the other accepts, with a proof or a witness, and what they say
 * differently. Takes draft-04, 06 and 07; what is not understood is undecided, never guessed.
 */
export function compareSchemas(old: JsonValue, next: JsonValue, options: CompareOptions = {}): SchemaComparison {
  const { terms, roots } = readSchemas([old, next])
  const solver = createSolver(terms, options.outOfTime ?? (() => false))
  const [oldTerm = terms.yes, newTerm = terms.yes] = roots
  const before = createValidation(old, oldTerm)
  const after = createValidation(next, newTerm)
  const verdicts = {
    forward: decideInclusion(before, after, solver),
    backward: decideInclusion(after, before, solver),
  }
  return { ...verdicts, changes: listChanges(old, next, verdicts, options) }
}
