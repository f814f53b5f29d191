import { describe, expect, it } from 'vitest'
import type { JsonValue } from '@/lib/base/json'
import { readWorkerConfig } from './readWorkerConfig'

const read = (value: JsonValue | undefined) => {
  const result = readWorkerConfig(value, 'w')
  return {
    value: result.ok ? result.value : undefined,
    told: result.problems.map(({ severity, code, path }) => `${severity} ${code} ${path}`),
  }
}
const good = { capacity: 2 }

describe('readWorkerConfig', () => {
  it.each<[string, JsonValue | undefined, object, string[]]>([
    ['nothing', undefined, { config: {}, files: [] }, []],
    ['the form of today', { genericWorker: { config: good, files: [1] } }, { config: good, files: [1] }, []],
    ['one without configuration', { genericWorker: {} }, { config: {}, files: [] }, []],
    ['an empty one', {}, { config: {}, files: [] }, []],
    ['the flat form', good, { config: good, files: [] }, ['notice worker-config-flat w']],
    [
      'two keys, of which one counts',
      { genericWorker: { config: good }, capacity: 9, 'x y': 1 },
      { config: good, files: [] },
      ['warning worker-config-form w.capacity', 'warning worker-config-form w."x y"'],
    ],
    [
      'docker-worker beside it, which is a second key',
      { genericWorker: { config: good }, dockerConfig: {} },
      { config: good, files: [] },
      ['warning worker-config-form w.dockerConfig'],
    ],
    [
      'files that are no list',
      { genericWorker: { config: good, files: { a: 1 } } },
      { config: good, files: [] },
      ['warning pool-not-understood w.genericWorker.files'],
    ],
    [
      'keys that nobody knows',
      JSON.parse('{"genericWorker": {"config": {}, "__proto__": {"files": [1]}}}'),
      { config: {}, files: [] },
      ['warning pool-not-understood w.genericWorker.__proto__'],
    ],
  ])('takes %s', (_, given, value, told) => {
    expect(read(given)).toEqual({ value, told })
  })

  it.each<[string, JsonValue, string[]]>([
    ['null', null, ['error pool-unreadable w']],
    ['a list', [], ['error pool-unreadable w']],
    ['genericWorker as a text', { genericWorker: 'x' }, ['error pool-unreadable w.genericWorker']],
    ['genericWorker as null', { genericWorker: null }, ['error pool-unreadable w.genericWorker']],
    ['a configuration as a list', { genericWorker: { config: [] } }, ['error pool-unreadable w.genericWorker.config']],
    [
      'both a second key and a bad form',
      { genericWorker: 1, a: 1 },
      ['warning worker-config-form w.a', 'error pool-unreadable w.genericWorker'],
    ],
    ...['dockerWorker', 'dockerConfig', 'shutdown', 'deviceManagement', 'statelessHostname', 'sentry'].map(
      (key): [string, JsonValue, string[]] => [key, { [key]: {} }, [`error not-generic-worker w.${key}`]],
    ),
  ])('refuses %s', (_, given, told) => {
    expect(read(given)).toEqual({ value: undefined, told })
  })
})
