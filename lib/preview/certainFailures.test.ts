import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '@/lib/base/json'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { composeGenericWorker } from '@/lib/compose/testing/genericWorkerConformance'
import { traceTask } from '@/lib/lifecycle/traceTask'
import { previewTasks } from './previewTasks'

const catalog = loadCatalog()
const on = (engine: string, members = {}) =>
  composeGenericWorker(catalog, engine, engine.endsWith('-linux') ? { d2gConfig: { enableD2G: true } } : {}, members)
const linux = on('multiuser-linux')
const windows = on('multiuser-windows')

function verdict(payload: JsonObject, composition = linux) {
  const [found] = previewTasks(composition, [{ source: 's', index: 0, value: payload }], { host: { groups: [] } })
  if (found === undefined) throw new Error('no verdict')
  return found
}

const native = (members: JsonObject) => ({ command: [['true']], maxRunTime: 60, ...members })
const artifacts = (...list: JsonObject[]) =>
  native({ artifacts: list.map((one) => ({ type: 'file', path: 'a', ...one })) })
const docker = (members: JsonObject) => ({ image: 'debian:12', maxRunTime: 60, ...members })
const named = (name: string) => docker({ artifacts: { [name]: { type: 'file', path: '/a' } } })
const CRASHES = 'takes that for its own mistake and crashes'

describe('a task that is sure to fail is found:', () => {
  it.each<[string, JsonObject, place: string, words: string]>([
    ['a line break in a name', artifacts({ name: 'public/a\nb' }), '/artifacts/0', CRASHES],
    ['a name beyond ASCII', artifacts({ name: 'public/é' }), '/artifacts/0', CRASHES],
    ['a path beyond ASCII that is the name', artifacts({ path: 'é' }), '/artifacts/0', CRASHES],
    ['an empty name, for which the path stands', artifacts({ name: '', path: 'é' }), '/artifacts/0', CRASHES],
    ['.. in a name', artifacts({ name: 'public/../a' }), '/artifacts/0', CRASHES],
    ['a name that ends in ..', artifacts({ name: 'public/..' }), '/artifacts/0', CRASHES],
    ['one name twice', artifacts({ name: 'x' }, { name: 'x', path: 'b' }), '/artifacts/1', 'the same name'],
    ['a name that is the path of another', artifacts({ path: 'x' }, { name: 'x' }), '/artifacts/1', 'the same name'],
    ['a long content type', artifacts({ contentType: 'x'.repeat(256) }), '/artifacts/0/contentType', CRASHES],
    ['a name of the live log', native({ logs: { live: 'public/\t' } }), '/logs/live', CRASHES],
    ['a name of the backing log', native({ logs: { backing: '../x' } }), '/logs/backing', CRASHES],
    ['an artifact of a docker-worker payload', named('public/é'), '/artifacts/public~1é', CRASHES],
    ['.. in one', named('a/../b'), '/artifacts/a~1..~1b', CRASHES],
    ['a log of a docker-worker payload', docker({ log: 'public/ü.log' }), '/log', CRASHES],
    ...['Debian', 'a b', 'a:', 'a@sha256:1', '', '-a', 'a//b', 'a/', 'a'.repeat(64)].map(
      (image): [string, JsonObject, string, string] => [
        `an image called ${JSON.stringify(image)}`,
        docker({ image }),
        '/image',
        'no name of an image',
      ],
    ),
    ['a named image', docker({ image: { type: 'docker-image', name: 'A' } }), '/image/name', 'no name of an image'],
  ])('%s', (_, payload, place, words) => {
    const { ok, findings } = verdict(payload)
    expect(ok).toBe(false)
    const errors = findings.filter(({ severity, id }) => severity === 'error' && id !== 'd2g/docker-group')
    expect(errors).toMatchObject([{ path: place, message: expect.stringContaining(words) }])
    const { resolution } = traceTask(linux, catalog, { payload })
    expect(resolution.reasons.join()).toContain(words.replace('the same name', 'same-name'))
  })

  it('the worker crashes of some', () => {
    const { resolution } = traceTask(linux, catalog, { payload: artifacts({ name: 'public/é' }) })
    expect(resolution).toMatchObject({ state: 'exception', reason: 'internal-error', stopsWorker: true })
    const image = traceTask(linux, catalog, { payload: docker({ image: 'A' }) })
    expect(image.resolution).toMatchObject({ reason: 'internal-error', stopsWorker: false })
  })

  it.each<[string, JsonObject]>([
    ['ordinary names', artifacts({ name: 'public/a b~.log' }, { path: 'c', name: 'public/...a/..b' })],
    ['images', docker({ image: 'registry.example.com:5000/team/tool_a.b-c:1.2-X' })],
    ['an image by its digest', docker({ image: `[::1]:80/a@sha256:${'0'.repeat(64)}` })],
    ['an image of an upper-case host', docker({ image: 'HOST/a' })],
  ])('but not %s', (_, payload) => {
    expect(verdict(payload).findings.filter(({ severity }) => severity !== 'warning')).toEqual([])
  })

  it.each<[string, JsonObject, typeof linux, string[]]>([
    ['./ in a name', artifacts({ name: 'public/./a' }), linux, ['artifacts/dot-in-name']],
    ['a path out of the folder', artifacts({ name: 'x', path: 'a/../../b' }), linux, ['artifacts/outside']],
    ['one with other separators', artifacts({ name: 'x', path: '..\\b' }), linux, []],
    [
      'one on Windows',
      { ...artifacts({ name: 'x', path: '..\\b' }), command: ['dir'] },
      windows,
      ['artifacts/outside-windows'],
    ],
  ])('warns of %s', (_, payload, composition, ids) => {
    expect(verdict(payload, composition)).toMatchObject({ ok: true, findings: ids.map((id) => ({ id })) })
  })

  it.each<[string, JsonValue, boolean]>([
    ['107.0.0', 'public/é', true],
    ['108.0.0', 'public/é', false],
    ['108.0.0', 'public/e', true],
  ])('in %s, the program takes the name %s: %s', (workerVersion, name, taken) => {
    const composition = on('multiuser-linux', { workerVersion })
    expect(verdict(artifacts({ name }), composition).valid).toBe(taken)
    expect(verdict(native({ logs: { live: name } }), composition).valid).toBe(taken)
  })
})
