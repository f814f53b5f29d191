import { expect, it } from 'vitest'
import type { JsonValue } from '@/lib/base/json'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { composeWorkerType } from '@/lib/compose/composeWorkerType'
import { exampleDesign } from '@/lib/compose/testing/exampleDesign'
import { traceTask } from '@/lib/lifecycle/traceTask'
import { traceView } from './traceView'

const catalog = loadCatalog()

function view(payload: JsonValue) {
  const composition = composeWorkerType(exampleDesign('native', { env: {}, cache: {}, tcproxy: {} }), catalog)
  return traceView(traceTask(composition, catalog, { payload }))
}

it('says of each line who calls whom, and how it went', () => {
  const { lines, resolution } = view({ command: [] })
  expect(lines[0]).toEqual({
    stage: 'NewPlugin',
    from: 'Main',
    to: 'PluginProvider',
    kind: 'call',
    label: 'NewPlugin()',
    who: 'cache, env, tcproxy',
    place: '',
    outcome: '',
    tone: 'plain',
  })
  expect(lines.find(({ label }) => label.startsWith('attachProxy'))).toMatchObject({
    tone: 'lost',
    who: 'plugin tcproxy',
  })
  expect(lines.find(({ label }) => label.startsWith('setEnvironmentVariable'))).toMatchObject({ tone: 'good' })
  expect(resolution).toEqual({ state: 'completed', words: 'completed', reasons: [], allReasons: 0 })
})

it('marks what ends a task, and tells what it did not get to', () => {
  const { lines, resolution, notReached } = view({
    command: [],
    caches: [{ name: 'a', mountPoint: '/a', options: {} }],
  })
  expect(lines.filter(({ tone }) => tone === 'bad')).toMatchObject([{ place: '/caches/0' }])
  expect(resolution).toMatchObject({ words: 'exception, malformed-payload', allReasons: 1 })
  expect(notReached.length).toBeGreaterThan(0)
})

it('is bounded, whatever the task', () => {
  const env = Object.fromEntries(Array.from({ length: 2000 }, (_, i) => [`VARIABLE_${i}`, 'x']))
  const large = view({ command: [], env: { ...env, ['V'.repeat(5000)]: 'x' } })
  expect(large.lines).toHaveLength(400)
  expect(large.allLines).toBeGreaterThan(2000)
  const wrong = view({ command: Array.from({ length: 2000 }, () => 1) })
  expect(wrong.resolution.reasons).toHaveLength(20)
  expect(wrong.resolution.allReasons).toBeGreaterThan(1000)
  const long = view({ ['x'.repeat(5000)]: 1 })
  expect(JSON.stringify(long).length).toBeLessThan(20_000)
})
