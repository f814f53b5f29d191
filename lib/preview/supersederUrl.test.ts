import { describe, expect, it } from 'vitest'
import type { JsonValue } from '@/lib/base/json'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { composeWorkerType } from '@/lib/compose/composeWorkerType'
import type { Design } from '@/lib/compose/design/design'
import { exampleDesign } from '@/lib/compose/testing/exampleDesign'
import { traceTask } from '@/lib/lifecycle/traceTask'
import { previewTasks } from './previewTasks'

const catalog = loadCatalog()

function runs(enableSuperseding: boolean, supersederUrl: JsonValue, members: Partial<Design> = {}) {
  const design = exampleDesign('native', {}, members)
  const { worker } = design.settings
  const settings = { ...design.settings, worker: { ...(typeof worker === 'object' ? worker : {}), enableSuperseding } }
  const composition = composeWorkerType({ ...design, settings }, catalog)
  const payload = { command: ['true'], supersederUrl }
  const [verdict] = previewTasks(composition, [{ source: 's', index: 0, value: payload }])
  const { state } = traceTask(composition, catalog, { payload }).resolution
  if (design.strict !== true) expect(state === 'completed').toBe(verdict?.ok)
  return verdict?.ok
}

describe('a payload property that the worker takes out before it looks', () => {
  it.each<[string, JsonValue]>([
    ['a URL', 'https://example.com/x'],
    ['no URL', 'x'],
    ['no text', 5],
    ['null', null],
    ['an object', { a: 1 }],
  ])('may be %s', (_, value) => {
    expect(runs(true, value, { strict: false })).toBe(true)
    expect(runs(false, value, { strict: false })).toBe(false)
    expect(runs(true, value, { strict: true })).toBe(value === 'https://example.com/x')
  })

  it('is reported as the program reports it', () => {
    const design = exampleDesign('native', {}, { strict: false })
    const settings = { ...design.settings, worker: { ...Object(design.settings.worker), enableSuperseding: true } }
    const { baseSchema } = composeWorkerType({ ...design, settings }, catalog)
    expect(baseSchema).toMatchObject({ properties: { supersederUrl: { type: 'string', format: 'uri' } } })
  })
})
