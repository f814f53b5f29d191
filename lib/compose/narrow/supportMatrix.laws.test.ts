import fc from 'fast-check'
import { expect, it } from 'vitest'
import { deepRuns } from '@/lib/base/testing/deepRuns'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import type { MatrixRow, Verdict } from '@/lib/compose/composition'
import { arbitraryConfig } from '@/lib/compose/testing/arbitraryGenericWorker'
import { composeGenericWorker } from '@/lib/compose/testing/genericWorkerConformance'

const catalog = loadCatalog()
const worker = catalog.workers['generic-worker']
const engines = Object.keys(worker?.engines ?? {})
const order: Verdict[] = ['supported', 'limited', 'dropped', 'refused', 'fatal']
const badness = (row: MatrixRow, engine: string) => order.indexOf(row.cells[engine]?.verdict ?? 'supported')

/** The form that a row speaks of, and whether the row is that of the form as a whole. */
function formOf({ component, feature: name }: MatrixRow): { form: string; whole: boolean } | undefined {
  const [kind = '', entryName = ''] = component.split(' ')
  const entry = (kind === 'plugin' ? worker?.plugins : worker?.engines)?.[entryName]
  const { form, path } = entry?.taskFeatures?.find((feature) => feature.name === name)?.requestedBy ?? {}
  return form === undefined ? undefined : { form, whole: path === undefined }
}

it.each(engines)('support of a feature is never better than that of the form of its payloads, with %s', (engine) => {
  let closed = 0
  fc.assert(
    fc.property(arbitraryConfig(engine), fc.boolean(), (config, strict) => {
      const { matrix, payloadForms, effectiveSchema } = composeGenericWorker(catalog, engine, config, { strict })
      const rows = matrix.rows.map((row) => ({ row, of: formOf(row) }))
      const wholes = rows.filter(({ of }) => of?.whole)
      for (const { row, of } of rows) {
        if (of === undefined) continue
        for (const whole of wholes.filter((other) => other.of?.form === of.form)) {
          // rows of a plugin that is not enabled say what it could do
          if (whole.row.component !== row.component && !(whole.row.enabled && row.enabled)) continue
          for (const other of matrix.engines) {
            const worse = badness(row, other) >= badness(whole.row, other)
            expect(worse, `${row.component} ${row.feature} on ${other}, below ${whole.row.feature}`).toBe(true)
          }
        }
        if (effectiveSchema === undefined || !row.enabled || payloadForms.includes(of.form)) continue
        closed += 1
        expect(['refused', 'fatal'], `${row.component} ${row.feature}`).toContain(row.cells[engine]?.verdict)
      }
    }),
    { numRuns: deepRuns(60, 1 / 4) },
  )
  expect(closed).toBeGreaterThan(10)
})
