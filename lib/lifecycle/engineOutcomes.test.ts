import { describe, expect, it } from 'vitest'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { composeWorkerType } from '@/lib/compose/composeWorkerType'
import { exampleDesign } from '@/lib/compose/testing/exampleDesign'
import { everyPlugin } from './testing/everyPlugin'
import { engineProperties, pluginProperties } from './testing/everyProperty'
import { stepsOf } from './testing/stepsOf'
import type { CallOutcome } from './trace'
import { traceTask } from './traceTask'

const catalog = loadCatalog()

const ok: CallOutcome = 'done'
const ignored: CallOutcome = 'not-supported-ignored'
const malformed: CallOutcome = 'not-supported-malformed'

/** What became of such calls when the real program ran tasks, and what its code says of docker and qemu. */
const table: [
  plugin: string,
  feature: string,
  docker: CallOutcome,
  native: CallOutcome,
  qemu: CallOutcome,
  script: CallOutcome,
][] = [
  ['env', 'setEnvironmentVariable', ok, ok, ok, malformed],
  ['tcproxy', 'attachProxy', ok, ignored, ok, ignored],
  ['relengapi', 'attachProxy', ok, ignored, ok, ignored],
  ['cache', 'newVolume', ok, malformed, malformed, malformed],
  ['cache', 'newVolumeBuilder', ok, malformed, malformed, malformed],
  ['cache', 'attachVolume', ok, malformed, malformed, malformed],
  ['artifacts', 'extractFile', ok, ok, ok, malformed],
  ['artifacts', 'extractFolder', ok, ok, ok, malformed],
  ['interactive', 'newShell', ignored, ok, ok, ignored],
  ['interactive', 'listDisplays', ignored, ignored, ok, ignored],
  ['interactive', 'openDisplay', ignored, ignored, ok, ignored],
  ['maxruntime', 'kill', ok, ok, ok, ok],
  ['success', 'success', ok, ok, ok, ok],
]

describe.each(['docker', 'native', 'qemu', 'script'])('a task with every property on %s', (engine) => {
  const column = ['docker', 'native', 'qemu', 'script'].indexOf(engine)
  const composition = composeWorkerType(exampleDesign(engine, everyPlugin), catalog)
  const payload = { ...engineProperties[engine], ...pluginProperties }
  const trace = traceTask(composition, catalog, { payload, scopes: ['*'] })
  const calls = stepsOf(trace).filter((step) => step.kind === 'engine-call')

  it.each(table)('%s calls %s', (plugin, feature, ...outcomes) => {
    const found = calls.filter((call) => call.component === `plugin ${plugin}` && call.engineFeature === feature)
    expect(found.length).toBeGreaterThan(0)
    expect(new Set(found.map(({ outcome }) => outcome))).toEqual(new Set([outcomes[column]]))
  })

  it('makes no other call', () => {
    const made = calls.map(({ component, engineFeature }) => `${component} ${engineFeature}`)
    expect(new Set(made)).toEqual(new Set(table.map(([plugin, feature]) => `plugin ${plugin} ${feature}`)))
  })
})
