import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { RE2JS } from 're2js'
import { describe, expect, it } from 'vitest'
import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { durationText } from './entry/durations'
import type { CatalogEntry, TemplateContext } from './entry/entry'
import { loadCatalog } from './loadCatalog'
import { evaluate, holds } from './template/evaluate'
import { renderTemplate } from './template/renderTemplate'

const catalog = loadCatalog().workers['taskcluster-worker']
if (catalog === undefined) throw new Error('there is no taskcluster-worker')
const entries: [string, CatalogEntry][] = [
  ['worker', catalog.worker],
  ...Object.values(catalog.engines).map((entry): [string, CatalogEntry] => [`engine ${entry.name}`, entry]),
  ...Object.values(catalog.plugins).map((entry): [string, CatalogEntry] => [`plugin ${entry.name}`, entry]),
]

/** Configurations that switch everything on, everything off, and references where a value is not known here. */
const configs: Record<string, JsonValue[]> = {
  'engine docker': [{ privileged: 'always' }, { privileged: 'allow' }, { privileged: { $env: 'P' } }],
  'engine native': [{ createUser: false }, { createUser: true, groups: ['users'] }, { createUser: { $env: 'C' } }],
  'engine qemu': [
    { network: { subnets: 1 }, limits: { maxMemory: 1, maxCPUs: 1, defaultThreads: 1 } },
    { network: { subnets: 1 }, limits: { maxMemory: 1, maxCPUs: 1, defaultThreads: 1 }, machine: { version: 1 } },
  ],
  'engine script': [
    { command: [], schema: { type: 'object', properties: {}, required: [] } },
    { command: ['x'], schema: { type: 'object', properties: { a: { type: 'string' } }, required: ['a'] } },
  ],
  'plugin artifacts': [{}, { privateKey: '' }, { privateKey: 'x' }, { privateKey: { $env: 'KEY' } }],
  'plugin interactive': [
    {},
    { alwaysEnabled: true, disableShell: true, disableDisplay: true, forbidCustomArtifactPrefix: true },
    { artifactPrefix: 'public/x/' },
    { artifactPrefix: 'a/' },
  ],
  'plugin logprefix': [{}, { version: 'a', revision: 'b' }],
  'plugin maxruntime': [
    { maxRunTime: '4 hours', perTaskLimit: 'allow' },
    { maxRunTime: 0, perTaskLimit: 'require' },
    { maxRunTime: -5, perTaskLimit: 'forbid' },
  ],
  'plugin reboot': [{}, { allowTaskReboots: true, rebootCommand: ['reboot'] }],
  'plugin cache': [{}, { purgeCacheBaseUrl: 'https://tc.example.com/api/purge-cache/v1' }],
}
const settings: JsonObject[] = [
  {},
  { webHookServer: { provider: 'localhost' }, worker: { concurrency: 2, enableSuperseding: true } },
  { webHookServer: { provider: 'webhooktunnel' }, worker: { concurrency: { $env: 'N' } } },
  { webHookServer: { provider: 'stateless-dns', tlsKey: 'x' }, queueBaseUrl: 'x', authBaseUrl: 'x', worker: {} },
]

function contexts(label: string): TemplateContext[] {
  return settings.flatMap((setting) =>
    (label === 'worker' ? [setting] : (configs[label] ?? [{}])).map((config) => ({
      config,
      settings: setting,
      engine: { name: 'script', platforms: [], volumeSchema: { type: 'object', additionalProperties: false } },
      plugins: {},
      workerVersion: '0.0.0',
      provisionerId: 'proj',
      workerType: 'linux',
      pool: { provider: '', brings: [] },
    })),
  )
}

function patternsOf(schema: JsonValue): string[] {
  if (Array.isArray(schema)) return schema.flatMap(patternsOf)
  if (!isJsonObject(schema)) return []
  const own = typeof schema.pattern === 'string' ? [schema.pattern] : []
  return [...own, ...Object.values(schema).flatMap(patternsOf)]
}

/** Members of an object schema, with their place, also in the forms of a choice. */
function membersOf(schema: JsonValue, place = ''): { place: string; member: JsonObject }[] {
  if (!isJsonObject(schema)) return []
  const members = isJsonObject(schema.properties) ? Object.entries(schema.properties) : []
  const forms = Array.isArray(schema.oneOf) ? schema.oneOf : []
  return [
    ...members.flatMap(([name, member]) =>
      isJsonObject(member) ? [{ place: `${place}.${name}`, member }, ...membersOf(member, `${place}.${name}`)] : [],
    ),
    ...forms.flatMap((form) => membersOf(form, place)),
    ...membersOf(schema.items ?? null, `${place}[]`),
  ]
}

describe.each(entries)('%s', (label, entry) => {
  it('renders for every configuration', () => {
    for (const context of contexts(label)) {
      const part = renderTemplate(entry.payloadSchema, context, label)
      expect(isJsonObject(part) && (Object.keys(part).length === 0 || part.type === 'object')).toBe(true)
      for (const notice of entry.notices ?? []) holds(notice.if, context, `${label}: ${notice.id}`)
      for (const limit of entry.limits ?? []) {
        holds(limit.if, context, label)
        expect(renderTemplate(limit.overlay, context, label)).toBeTypeOf('object')
        expect(renderTemplate(limit.reason, context, label)).toBeTypeOf('string')
      }
      for (const check of entry.checks ?? []) {
        if (check.rule.kind === 'maximumDuration') expect(evaluate(check.rule.seconds, context)).toBeTypeOf('number')
      }
      for (const { requestedBy } of entry.taskFeatures ?? []) {
        if (typeof requestedBy.always === 'string') holds(requestedBy.always, context, label)
      }
    }
  })

  it('has valid schemas with patterns that RE2 and ECMAScript both read', () => {
    const ajv = new Ajv({ strict: false, formats: { uri: true, 'date-time': true } })
    const schemas: JsonObject[] = [entry.configSchema]
    for (const context of contexts(label)) {
      const part = renderTemplate(entry.payloadSchema, context, label)
      if (isJsonObject(part)) schemas.push(part)
    }
    if (entry.kind === 'engine') {
      schemas.push(entry.volumeSchema)
      for (const feature of Object.values(entry.features)) {
        for (const { schema } of Object.values(feature.arguments ?? {})) if (schema !== undefined) schemas.push(schema)
      }
    }
    for (const schema of schemas) {
      expect(ajv.validateSchema(schema)).toBe(true)
      for (const pattern of patternsOf(schema)) {
        expect(() => RE2JS.compile(pattern)).not.toThrow()
        expect(() => new RegExp(pattern, 'u')).not.toThrow()
      }
    }
  })

  it('gives every setting a title, and defaults that are valid', () => {
    const ajv = new Ajv({ strict: false })
    addFormats(ajv)
    for (const { place, member } of membersOf(entry.configSchema)) {
      expect(member.title, `${place} has no title`).toBeTypeOf('string')
      if ('default' in member) expect(ajv.validate(member, member.default), `default of ${place}`).toBe(true)
      if (member.secret === true) expect(member.default, `${place} is secret`).toBeUndefined()
    }
  })

  it('has words for admins and for the authors of tasks', () => {
    expect(entry.description).not.toBe('')
    expect(entry.documentation ?? '').not.toBe('')
    const ids = (entry.notices ?? []).map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { message, help } of entry.notices ?? []) {
      expect(message).toMatch(/\.$/)
      expect(help ?? '.').toMatch(/\.$/)
    }
  })
})

describe('what the entries say together', () => {
  const table = (feature: string) =>
    Object.fromEntries(Object.values(catalog.engines).map((entry) => [entry.name, entry.features[feature]?.supported]))

  it.each<[string, string[]]>([
    ['newVolume', ['docker', 'mock']],
    ['newVolumeBuilder', ['docker', 'mock']],
    ['attachVolume', ['docker', 'mock']],
    ['attachProxy', ['docker', 'mock', 'qemu']],
    ['setEnvironmentVariable', ['docker', 'mock', 'native', 'qemu']],
    ['newShell', ['mock', 'native', 'qemu']],
    ['setShellSize', ['qemu']],
    ['listDisplays', ['mock', 'qemu']],
    ['openDisplay', ['mock', 'qemu']],
    ['kill', ['docker', 'mock', 'native', 'qemu', 'script']],
    ['abort', ['docker', 'mock', 'native', 'qemu', 'script']],
    ['success', ['docker', 'mock', 'native', 'qemu', 'script']],
    ['extractFile', ['docker', 'mock', 'native', 'qemu']],
    ['extractFolder', ['docker', 'mock', 'native', 'qemu']],
    ['archiveSandbox', []],
  ])('%s is a feature of %j', (feature, engines) => {
    expect(table(feature)).toEqual(
      Object.fromEntries(Object.keys(catalog.engines).map((name) => [name, engines.includes(name)])),
    )
  })

  it('has all engines and plugins of the released program', () => {
    expect(Object.keys(catalog.engines).sort()).toEqual(['docker', 'mock', 'native', 'qemu', 'script'])
    expect(Object.keys(catalog.plugins)).toEqual(
      expect.arrayContaining([
        ...['artifacts', 'cache', 'env', 'interactive', 'livelog', 'logprefix', 'maxruntime', 'reboot', 'relengapi'],
        ...['stoponerror', 'success', 'tasklog', 'tcproxy', 'watchdog'],
      ]),
    )
    expect(catalog.plugins.stoponerror?.released).toBe(false)
  })

  it.each<[JsonValue, JsonValue]>([
    ['4 hours', 14400],
    ['1 day 2 hours 3 min', 93780],
    [0, 0],
    [-5, 0],
  ])('limits run times to %j by the number %j', (maxRunTime, maximum) => {
    const [context] = contexts('plugin maxruntime')
    const limit = catalog.plugins.maxruntime?.limits?.find(({ id }) => id === 'maximum')
    if (context === undefined || limit === undefined) throw new Error('there is no limit')
    const own = { ...context, config: { maxRunTime, perTaskLimit: 'allow' } }
    expect(renderTemplate(limit.overlay, own)).toEqual({ properties: { maxRunTime: { minimum: -(2 ** 63), maximum } } })
    expect(renderTemplate(limit.reason, own)).toContain(durationText(maxRunTime))
  })

  it.each<[string, string, boolean]>([
    ['docker', '/a/', true],
    ['docker', '/a/b c/', true],
    ['docker', '/', false],
    ['docker', '/a', false],
    ['docker', 'a/', false],
    ['docker', '/a/../b/', false],
    ['docker', '/./', false],
    ['docker', '/..a/', true],
    ['docker', '/a:b/', false],
    ['docker', '/a\\b/', false],
    ['docker', '/a\0b/', false],
    ['mock', 'anything', true],
    ['mock', 'a b', false],
  ])('%s: the mount point %j is %j', (engine, mountPoint, valid) => {
    const schema = catalog.engines[engine]?.features.attachVolume?.arguments?.mountPoint?.schema
    expect(new Ajv({ strict: false }).validate(schema ?? false, mountPoint)).toBe(valid)
  })
})
