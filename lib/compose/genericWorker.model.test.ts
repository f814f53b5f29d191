import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { JsonObject } from '@/lib/base/json'
import { deepRuns } from '@/lib/base/testing/deepRuns'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { compilePayloadValidator } from '@/lib/schema/validate/compilePayloadValidator'
import { arbitraryConfig, arbitraryTask } from './testing/arbitraryGenericWorker'
import { composeGenericWorker } from './testing/genericWorkerConformance'
import { refusalOf } from './testing/genericWorkerModel'

const catalog = loadCatalog()
const engines = Object.keys(catalog.workers['generic-worker']?.engines ?? {})

const runs = deepRuns(120, 1 / 4)

it.each(engines)('an imported configuration accepts what the worker runs on %s', (engine) => {
  let accepted = 0
  let refused = 0
  fc.assert(
    fc.property(
      arbitraryConfig(engine),
      fc.array(arbitraryTask(engine), { minLength: 8, maxLength: 8 }),
      (config, payloads) => {
        const { unrestrictedSchema = {}, effectiveSchema } = composeGenericWorker(catalog, engine, config)
        const base = compilePayloadValidator(unrestrictedSchema)
        const fits = (payload: JsonObject) => base.accepts(payload)
        const effective = effectiveSchema === undefined ? undefined : compilePayloadValidator(effectiveSchema)
        for (const payload of payloads) {
          const refusal = refusalOf(engine, config, payload, fits)
          const taken = effective?.accepts(payload) ?? false
          if (refusal === undefined) accepted += 1
          else if (fits(payload)) refused += 1
          if (taken !== (refusal === undefined)) {
            throw new Error(
              `${JSON.stringify(payload)}: ${refusal ?? 'the worker runs it'}, here ${taken ? 'taken' : 'refused'}`,
            )
          }
        }
      },
    ),
    { numRuns: runs },
  )
  expect(accepted).toBeGreaterThan(runs / 3)
  expect(refused).toBeGreaterThan(runs / 3)
})

it.each(engines)('a strict design accepts only what an imported one does, on %s', (engine) => {
  fc.assert(
    fc.property(
      arbitraryConfig(engine),
      fc.array(arbitraryTask(engine), { minLength: 8, maxLength: 8 }),
      (config, payloads) => {
        const loose = composeGenericWorker(catalog, engine, config)
        const strict = composeGenericWorker(catalog, engine, config, { strict: true })
        if (strict.effectiveSchema === undefined || loose.effectiveSchema === undefined) return
        const [narrow, wide] = [strict.effectiveSchema, loose.effectiveSchema].map(compilePayloadValidator)
        for (const payload of payloads) {
          if (narrow?.accepts(payload)) expect(wide?.accepts(payload), JSON.stringify(payload)).toBe(true)
        }
      },
    ),
    { numRuns: deepRuns(40, 1 / 4) },
  )
})
