import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { isJsonObject, type JsonObject } from '@/lib/base/json'
import { readRecordedJson, readRecordedRows, recordingNames } from './recordings'

// A recording that got lost would make lists of cases shorter, and no other test would say so.

const builds = ['linux', 'darwin', 'freebsd'].flatMap((platform) => [`insecure-${platform}`, `multiuser-${platform}`])
builds.push('multiuser-windows')

const object = z.custom<JsonObject>(isJsonObject)

const namesOf = (folder: string, ending: string) =>
  recordingNames(folder)
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length))

describe('the recordings are whole', () => {
  it.each([
    ['taskcluster-worker/accepted', { '.config.yml': 46, '.schema.json': 46, '.env.json': 1 }],
    ['taskcluster-worker/rejected', { '.config.yml': 36, '.env.json': 4, 'index.json': 1 }],
    ['taskcluster-worker/outcomes', { '.config.yml': 11, 'outcomes.ndjson': 1 }],
    ['generic-worker/payload-schemas', { '.json': 7 }],
    ['generic-worker/config', { '.schema.json': 7, 'properties.json': 1 }],
    ['generic-worker/accepted', { '.json': 32 }],
    ['generic-worker/rejected', { '.json': 30 }],
    ['generic-worker/gw-config', { '.json': 3 }],
    ['generic-worker/runner', { '.yml': 5 }],
    ['generic-worker/pools', { '.json': 5 }],
  ])('%s', (folder, endings) => {
    const counts = Object.keys(endings).map((ending) => [ending, namesOf(folder, ending).length])
    expect(Object.fromEntries(counts)).toEqual(endings)
    expect(recordingNames(folder)).toHaveLength(Object.values(endings).reduce((sum, count) => sum + count, 0))
  })

  it('each configuration that taskcluster-worker starts with has its payload schema', () => {
    const folder = 'taskcluster-worker/accepted'
    expect(namesOf(folder, '.schema.json')).toEqual(namesOf(folder, '.config.yml'))
  })

  it('each configuration that taskcluster-worker refuses has its stage', () => {
    const stage = z.enum(['load', 'engine', 'plugin', 'merge'])
    const index = z
      .record(z.string(), z.object({ stage, at: z.array(z.string()).optional() }))
      .parse(readRecordedJson('taskcluster-worker/rejected/index.json'))
    expect(Object.keys(index).sort()).toEqual(namesOf('taskcluster-worker/rejected', '.config.yml'))
    const places = Object.values(index).flatMap(({ at = [] }) => at)
    expect(places).toHaveLength(27)
  })

  it('each build of generic-worker has its schemas', () => {
    expect(namesOf('generic-worker/payload-schemas', '.json')).toEqual(builds.toSorted())
    expect(namesOf('generic-worker/config', '.schema.json')).toEqual(builds.toSorted())
  })

  it('tasks that taskcluster-worker ran', () => {
    const row = z.strictObject({
      workerType: z.enum(namesOf('taskcluster-worker/outcomes', '.config.yml')),
      payload: object,
      scopes: z.array(z.string()),
      state: z.enum(['completed', 'failed', 'exception']),
      reason: z.enum(['completed', 'failed', 'malformed-payload', 'internal-error']),
      stable: z.boolean(),
      hostDependent: z.boolean(),
    })
    const rows = z.array(row).parse(readRecordedRows('taskcluster-worker/outcomes/outcomes.ndjson'))
    expect(rows).toHaveLength(759)
    expect(new Set(rows.map(({ workerType }) => workerType)).size).toBe(11)
    expect(rows.filter(({ reason }) => reason === 'malformed-payload')).toHaveLength(423)
  })

  const recorded = {
    name: z.string(),
    source: z.string(),
    targets: z.array(z.enum(builds)).min(1),
    config: object.optional(),
    note: z.string().optional(),
    task: z.looseObject({ payload: object }),
  }
  const refused = {
    resolution: z.literal('exception/malformed-payload'),
    stage: z.string(),
    reason: z.string(),
    host: z.strictObject({ groups: z.array(z.string()) }).optional(),
  }

  it.each([
    ['accepted', z.strictObject(recorded), 103],
    ['rejected', z.strictObject({ ...recorded, ...refused }), 126],
  ])('tasks that generic-worker has %s', (kind, shape, pairs) => {
    const files = namesOf(`generic-worker/${kind}`, '.json')
    const tasks = files.map((file) => shape.parse(readRecordedJson(`generic-worker/${kind}/${file}.json`)))
    expect(tasks.map(({ name }) => name)).toEqual(files.map((file) => file.replace(/^\d+-/, '')))
    expect(tasks.flatMap(({ targets }) => targets)).toHaveLength(pairs)
  })

  it('random tasks of generic-worker', () => {
    const row = z.strictObject({
      target: z.enum(builds),
      config: object,
      payload: object,
      accepted: z.boolean(),
      stage: z.string().nullable(),
    })
    const rows = z.array(row).parse(readRecordedRows('generic-worker/verdicts.ndjson'))
    expect(rows).toHaveLength(600)
    expect(rows.filter(({ accepted }) => accepted)).toHaveLength(263)
    expect(rows.filter(({ accepted, stage }) => accepted !== (stage === null))).toEqual([])
  })

  it('configurations of real pools', () => {
    const pool = z.strictObject({
      cloud: z.enum(['static', 'gcp', 'aws', 'azure']),
      config: object,
      imageset: z.string(),
      target: z.enum(builds).nullable(),
    })
    const pools = z.record(z.string(), pool).parse(readRecordedJson('generic-worker/real-worker-configs.json'))
    expect(Object.keys(pools)).toHaveLength(51)
  })

  it('what the JSON Schema libraries say', () => {
    const library = z.enum(['gojsonschema of taskcluster-worker', 'gojsonschema 1.2.0 of generic-worker'])
    const row = z.union([
      z.strictObject({ library, schema: object, value: z.string(), accepted: z.boolean() }),
      z.strictObject({ library, schema: object, refused: z.literal('schema') }),
    ])
    const rows = z.array(row).parse(readRecordedRows('validators.ndjson'))
    const counts: Record<string, number> = {}
    for (const one of rows) {
      if ('value' in one) expect(() => JSON.parse(one.value), one.value).not.toThrow()
      const verdict = 'value' in one ? (one.accepted ? 'accepted' : 'rejected') : 'schema refused'
      const key = `${one.library}: ${verdict}`
      counts[key] = (counts[key] ?? 0) + 1
    }
    expect(counts).toEqual({
      'gojsonschema of taskcluster-worker: accepted': 368,
      'gojsonschema of taskcluster-worker: rejected': 588,
      'gojsonschema of taskcluster-worker: schema refused': 9,
      'gojsonschema 1.2.0 of generic-worker: accepted': 889,
      'gojsonschema 1.2.0 of generic-worker: rejected': 1098,
    })
  })
})
