import fc from 'fast-check'
import { expect, it } from 'vitest'
import { deepRuns } from '@/lib/base/testing/deepRuns'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { composeWorkerType } from '@/lib/compose/composeWorkerType'
import { arbitraryTargetDesign, arbitraryTask } from '@/lib/compose/testing/arbitraryGenericWorker'
import { theoremViolations } from './testing/theoremViolations'

const catalog = loadCatalog()
const runs = deepRuns(60, 1 / 3)
const engines = Object.keys(catalog.workers['generic-worker']?.engines ?? {})

it.each(engines)('no accepted task meets a missing feature on %s, and trace, preview and schema agree', (engine) => {
  let accepted = 0
  let restricted = 0
  const scopes = fc.constantFrom<string[][]>(['*'], [])
  const tasks = fc.array(arbitraryTask(engine), { minLength: 5, maxLength: 5 })
  fc.assert(
    fc.property(arbitraryTargetDesign(catalog, engine), tasks, scopes, (design, payloads, held) => {
      const composition = composeWorkerType(design, catalog)
      for (const payload of payloads) {
        const check = theoremViolations(composition, catalog, payload, held)
        if (check.accepted) accepted += 1
        if (check.restricted) restricted += 1
        if (check.violations.length > 0) throw new Error([JSON.stringify(payload), ...check.violations].join('\n'))
      }
    }),
    { numRuns: runs },
  )
  expect(accepted).toBeGreaterThan(runs / 3)
  expect(restricted).toBeGreaterThan(runs / 3)
})
