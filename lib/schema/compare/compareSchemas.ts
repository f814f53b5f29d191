import type { JsonValue } from '@/lib/base/json'
import { effectsOf } from './changes/effectsOf'
import { listChanges } from './changes/listChanges'
import { listDifferences } from './changes/listDifferences'
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
  const pair = readSchemas(old, next)
  const solver = createSolver(pair.terms, options.outOfTime ?? (() => false))
  const before = createValidation(old, pair.oldTerm)
  const after = createValidation(next, pair.newTerm)
  const verdicts = {
    forward: decideInclusion(before, after, solver),
    backward: decideInclusion(after, before, solver),
  }
  options.onVerdicts?.(verdicts)
  const differences = listDifferences(pair.old, pair.new)
  const effects = effectsOf(differences, { pair, solver, before, after, verdicts })
  return { ...verdicts, changes: listChanges(differences, effects, verdicts, options.origins) }
}
