import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { JsonObject } from '@/lib/base/json'
import { sha256 } from '@/lib/base/sha256'
import { deepRuns } from '@/lib/base/testing/deepRuns'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { composeWorkerType } from '@/lib/compose/composeWorkerType'
import { arbitraryTargetDesign, arbitraryTask } from '@/lib/compose/testing/arbitraryGenericWorker'
import { isObservable } from '@/lib/lifecycle/stepEffect'
import { stepsOf } from '@/lib/lifecycle/testing/stepsOf'
import { traceTask } from '@/lib/lifecycle/traceTask'
import { previewTasks } from '@/lib/preview/previewTasks'
import { compilePayloadValidator } from '@/lib/schema/validate/compilePayloadValidator'
import { payloadDecider } from './payloadDecider'

const catalog = loadCatalog()
const engines = Object.keys(catalog.workers['generic-worker']?.engines ?? {})
const host = { groups: ['audio', 'docker', 'Administrators'] }

it.each(engines)('schema, Queue, preview and trace say the same of every task on %s', async (engine) => {
  let run = 0
  await fc.assert(
    fc.asyncProperty(
      arbitraryTargetDesign(catalog, engine),
      fc.array(arbitraryTask(engine), { minLength: 5, maxLength: 5 }),
      async (design, payloads) => {
        const composition = composeWorkerType(design, catalog)
        const { effectiveSchema } = composition
        const decide = effectiveSchema && payloadDecider(effectiveSchema, sha256(JSON.stringify(effectiveSchema)))
        for (const payload of payloads) await agree(payload)

        async function agree(payload: JsonObject) {
          const words = JSON.stringify(payload)
          const value = { payload, scopes: ['*'], metadata: {} }
          const [verdict] = previewTasks(composition, [{ source: '', index: 0, value }], { host })
          const fits = effectiveSchema !== undefined && compilePayloadValidator(effectiveSchema).accepts(payload)
          const decided = decide && (await decide(payload)).violations.length === 0
          const task = { payload, scopes: ['*'], facts: { dependencies: [], host } }
          const felt = stepsOf(traceTask(composition, catalog, task)).some((step) => isObservable(step, design.strict))
          expect({ schema: fits, queue: decided ?? false }, words).toEqual({
            schema: verdict?.valid,
            queue: verdict?.valid,
          })
          expect(!felt, words).toBe(verdict?.ok)
          if (verdict?.ok) run += 1
        }
      },
    ),
    { numRuns: deepRuns(40, 1 / 4) },
  )
  expect(run).toBeGreaterThan(0)
})
