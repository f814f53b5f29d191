import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '@/lib/base/json'
import { readMembers } from './readMembers'

const schemas = new Map<string, JsonObject>([
  ['enableMounts', { type: 'boolean' }],
  ['maxTaskRunTime', { type: 'integer' }],
  ['instanceId', {}],
  ['workerTypeMetadata', { type: 'object' }],
  ['d2gConfig/enableD2G', { type: 'boolean' }],
  ['d2gConfig/allowKVM', { type: 'boolean' }],
])
const read = (data: JsonObject) => readMembers(data, schemas)
const counts = (data: JsonObject): JsonObject =>
  Object.fromEntries(read(data).members.map(({ property, value }) => [property, value]))
const said = (data: JsonObject) => read(data).problems.map(({ code, path }) => `${code} ${path}`)

// What a program that merges, writes and reads as described made of these, with the properties of generic-worker and its defaults.
describe('readMembers', () => {
  it.each<[JsonObject, JsonObject, string[]]>([
    [{ enableMounts: false }, { enableMounts: false }, []],
    [{ enablemounts: false }, { enableMounts: false }, ['setting-read-as enablemounts']],
    [{ EnableMounts: false }, {}, ['setting-lost EnableMounts']],
    [{ maxtaskruntime: 5 }, { maxTaskRunTime: 5 }, ['setting-read-as maxtaskruntime']],
    [{ MaxTaskRunTime: 5 }, {}, ['setting-lost MaxTaskRunTime']],
    [{ instanceID: 'x' }, {}, ['setting-lost instanceID']],
    [{ instanceid: 'x' }, { instanceId: 'x' }, ['setting-read-as instanceid']],
    [
      { enablemounts: false, enableMounts: true },
      { enableMounts: false },
      ['setting-lost enableMounts', 'setting-read-as enablemounts'],
    ],
    [{ EnableMounts: false, enableMounts: true }, { enableMounts: true }, ['setting-lost EnableMounts']],
    [
      { enablemounts: true, enableMountS: false, ENABLEMOUNTS: false },
      { enableMounts: true },
      ['setting-lost ENABLEMOUNTS', 'setting-lost enableMountS', 'setting-read-as enablemounts'],
    ],
    [{ enableMount\u017f: false }, { enableMounts: false }, ['setting-read-as "enableMount\u017f"']],
    [{ d2gconfig: { enableD2G: true } }, { 'd2gConfig/enableD2G': true }, ['setting-read-as d2gconfig.enableD2G']],
    [{ D2GConfig: { enableD2G: true } }, {}, ['setting-lost D2GConfig.enableD2G']],
    [{ d2gConfig: { enabled2g: true } }, { 'd2gConfig/enableD2G': true }, ['setting-read-as d2gConfig.enabled2g']],
    [{ d2gConfig: { EnableD2G: true } }, {}, ['setting-lost d2gConfig.EnableD2G']],
    [{ d2gconfig: { EnableD2G: true } }, { 'd2gConfig/enableD2G': true }, ['setting-read-as d2gconfig.EnableD2G']],
    [
      { d2gconfig: { enableD2G: false }, d2gConfig: { enableD2G: true, allowKVM: false } },
      { 'd2gConfig/enableD2G': false, 'd2gConfig/allowKVM': false },
      ['setting-lost d2gConfig.enableD2G', 'setting-read-as d2gconfig.enableD2G'],
    ],
    [{ workerTypeMetaData: { a: 1 } }, { workerTypeMetadata: { a: 1 } }, ['setting-read-as workerTypeMetaData']],
    [
      { workerTypeMetadata: { a: 2, c: { d: 1 } }, workerTypeMetaData: { a: 1, b: 1 } },
      { workerTypeMetadata: { a: 2, b: 1, c: { d: 1 } } },
      ['setting-read-as workerTypeMetaData', 'setting-lost workerTypeMetaData.a'],
    ],
    [{ WorkerTypeMetadata: {} }, { workerTypeMetadata: {} }, ['setting-read-as WorkerTypeMetadata']],
    [{ enableMounts: null }, {}, ['setting-null enableMounts']],
    [
      { enableMounts: null, EnableMounts: false },
      { enableMounts: false },
      ['setting-null enableMounts', 'setting-read-as EnableMounts'],
    ],
    [
      { d2gConfig: null, d2gconfig: { enableD2G: true } },
      { 'd2gConfig/enableD2G': true },
      ['setting-null d2gConfig', 'setting-read-as d2gconfig.enableD2G'],
    ],
    [{ workerTypeMetadata: null }, {}, ['setting-null workerTypeMetadata']],
    [{ EnableMounts: 'no' }, {}, ['config-invalid EnableMounts']],
    [{ WorkerTypeMetadata: 'x' }, {}, ['config-invalid WorkerTypeMetadata']],
    [{ d2gConfig: [] }, {}, ['config-invalid d2gConfig']],
  ])('of %j takes %j', (data, expected, problems) => {
    expect(counts(data)).toEqual(expected)
    expect(said(data)).toEqual(problems)
  })

  it('does not depend on the order of members', () => {
    const data: [string, JsonValue][] = [
      ['enableMounts', true],
      ['workerTypeMetadata', { b: 1 }],
      ['enablemounts', false],
      ['workertypemetadata', { b: 2 }],
    ]
    expect(counts(Object.fromEntries(data.toReversed()))).toEqual(counts(Object.fromEntries(data)))
  })

  it('says what is unknown, with its place', () => {
    expect(read({ nosuch: 1, d2gConfig: { other: 2 } }).unknown).toEqual([
      { place: ['d2gConfig', 'other'], value: 2 },
      { place: ['nosuch'], value: 1 },
    ])
  })

  it('says what counts instead', () => {
    const { problems } = read({ EnableMounts: false, enableMounts: true })
    expect(problems).toMatchObject([
      {
        severity: 'warning',
        message:
          'The worker reads EnableMounts as enableMounts and loses it: enableMounts counts, which it reads later.',
        help: 'Write enableMounts once, in this case of letters.',
      },
    ])
  })
})
