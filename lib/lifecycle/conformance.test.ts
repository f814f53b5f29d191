import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isJsonObject } from '@/lib/base/json'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { type CaseKind, caseConfig, caseNames, outcomesOf } from '@/lib/catalog/testing/recordedCases'
import { composeWorkerType } from '@/lib/compose/composeWorkerType'
import { importConfig } from '@/lib/compose/read/importConfig'
import { engineProperties, pluginProperties } from './testing/everyProperty'
import { stepsOf } from './testing/stepsOf'
import { traceTask } from './traceTask'

const catalog = loadCatalog()

function compose(kind: CaseKind, name: string) {
  const imported = importConfig(readFileSync(caseConfig(kind, name), 'utf8'), { catalog })
  if (!imported.ok) throw new Error(`${name} cannot be imported`)
  return composeWorkerType(imported.value.design, catalog)
}

describe('tasks that the real program ran', () => {
  it.each(caseNames('outcomes'))('end in malformed-payload on %s where they did', (workerType) => {
    const composition = compose('outcomes', workerType)
    const known = outcomesOf(workerType)
    const wrong = known.flatMap(({ payload, scopes, reason }) => {
      const { resolution } = traceTask(composition, catalog, { payload, scopes })
      const malformed = resolution.state === 'exception' && resolution.reason === 'malformed-payload'
      return malformed === (reason === 'malformed-payload') ? [] : [{ payload, reason, resolution }]
    })
    expect(known.length).toBeGreaterThan(0)
    expect(wrong).toEqual([])
  })
})

const files = ['artifacts extractFile done', 'artifacts extractFolder done']
const rest = ['env setEnvironmentVariable done', 'maxruntime kill done', 'success success done']
const proxy = 'tcproxy attachProxy done'

/** Plugin, engine feature and outcome. */
const calls: Record<string, string[]> = {
  'docker-standard': [
    ...[...files, ...rest, proxy, 'relengapi attachProxy done'],
    ...['cache attachVolume done', 'cache newVolume done', 'cache newVolumeBuilder done'],
  ],
  'native-standard': [
    ...[...files, ...rest, 'interactive newShell done'],
    ...['interactive listDisplays not-supported-ignored', 'interactive openDisplay not-supported-ignored'],
  ],
  'qemu-standard': [
    ...[...files, ...rest, proxy],
    ...['interactive listDisplays done', 'interactive newShell done', 'interactive openDisplay done'],
  ],
  'script-standard': ['maxruntime kill done', 'success success done'],
}

describe('a task that uses every property of a standard case', () => {
  it.each(Object.entries(calls))('%s', (name, expected) => {
    const composition = compose('accepted', name)
    const { properties } = composition.unrestrictedSchema ?? {}
    const offered = isJsonObject(properties) ? properties : {}
    const every = { ...pluginProperties, ...engineProperties[composition.engine], buildUrl: 'https://example.com' }
    const payload = Object.fromEntries(Object.entries(every).filter(([property]) => Object.hasOwn(offered, property)))
    const trace = traceTask(composition, catalog, { payload, scopes: ['*'] })
    const made = stepsOf(trace).flatMap((step) =>
      step.kind === 'engine-call'
        ? [`${step.component.slice('plugin '.length)} ${step.engineFeature} ${step.outcome}`]
        : [],
    )
    expect([...new Set(made)].sort()).toEqual(expected.toSorted())
    expect(trace.resolution.state).toBe('completed')
  })
})
