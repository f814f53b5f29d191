import fc from 'fast-check'
import { expect, it } from 'vitest'
import { deepRuns } from '@/lib/base/testing/deepRuns'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { composeWorkerType } from '@/lib/compose/composeWorkerType'
import { arbitraryWorker } from './testing/arbitraryWorker'
import { taskclusterWorker } from './testing/attack'
import { theoremViolations } from './testing/theoremViolations'

const RUNS = deepRuns(5000)

it('no accepted task meets a missing feature, whatever engines and plugins there are', () => {
  let accepted = 0
  let restricted = 0
  fc.assert(
    fc.property(arbitraryWorker(taskclusterWorker(loadCatalog()).worker), ({ catalog, design, payload }) => {
      const composition = composeWorkerType(design, catalog)
      const check = theoremViolations(composition, catalog, payload, ['*'])
      if (check.accepted) accepted += 1
      if (check.restricted) restricted += 1
      // What is refused beyond need (g) is a matter of how exactly an entry is written.
      const violations = check.violations.filter((violation) => !violation.startsWith('g:'))
      if (violations.length > 0) throw new Error([JSON.stringify(payload), ...violations].join('\n'))
    }),
    { numRuns: RUNS },
  )
  expect(accepted).toBeGreaterThan(RUNS / 5)
  expect(restricted).toBeGreaterThan(RUNS / 20)
})
