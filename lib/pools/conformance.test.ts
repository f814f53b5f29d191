import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { isJsonObject, type JsonObject } from '@/lib/base/json'
import { checkPool } from './check/checkPool'
import { checkPoolDefinition } from './check/checkPoolDefinition'
import { poolDefinition } from './check/poolDefinition'
import { standaloneConfig } from './files/poolFiles'
import { runnerConfig } from './files/runnerFile'
import { guessProvider, readPool } from './import/readPool'
import { readRunner } from './import/readRunner'
import { mergeJson } from './mergeJson'
import { placeholder } from './placeholders'
import { providers } from './providers/providers'
import { conformanceFiles, conformancePools, workerOf } from './testing/conformance'

describe('minimal pools', () => {
  it.each(conformancePools())('$name keeps to the rules of worker-manager', ({ workerPoolId, definition }) => {
    const { config } = definition
    const provider = isJsonObject(config) ? guessProvider(config) : undefined
    expect(provider).toBeDefined()
    expect(checkPoolDefinition(definition, { workerPoolId, provider: provider ?? 'static' })).toEqual([])
  })

  it.each(conformancePools())('$name is the same after an import', ({ workerPoolId, definition }) => {
    const read = readPool({ workerPoolId, ...definition })
    expect(read.problems).toEqual([])
    if (!read.ok) return expect.fail()
    const { pool, config } = read.value
    const worker = workerOf(workerPoolId, config)
    expect(checkPool(pool, worker)).toEqual([])
    expect(poolDefinition(pool, worker)).toEqual({ workerPoolId, definition })
  })
})

describe('minimal files of worker-runner', () => {
  it.each(conformanceFiles('runner'))('$name is made again from its import', ({ name, text }) => {
    const file: unknown = parse(text)
    if (!isJsonObject(file)) return expect.fail(`${name} is no object`)
    const read = readRunner(file)
    expect(read.problems.filter(({ severity }) => severity !== 'notice')).toEqual([])
    if (!read.ok) return expect.fail()
    const { pool, config, workerPoolId = 'proj-demo/any' } = read.value
    const given = { ...workerOf(workerPoolId, config), platform: name.includes('windows') ? 'windows' : 'linux' }
    const provider = Object.values(providers).find((one) => one.name === pool.provider)
    if (provider === undefined) return expect.fail()
    const owned = { providerId: 'any', owner: 'ops@example.com', ...pool }
    const own = checkPool(owned, given).filter(({ code }) => code === 'pool-runner')
    expect(own).toEqual([])
    expect(filled(runnerConfig(pool, given, provider), file)).toEqual(file)
  })
})

/** With the values of the file in the place of placeholders. */
function filled(made: JsonObject, file: JsonObject): JsonObject {
  const values = isJsonObject(file.provider) ? file.provider : {}
  const provider = isJsonObject(made.provider) ? made.provider : {}
  const open = Object.entries(provider).filter(([, value]) => typeof value === 'string' && value.startsWith(`\${`))
  return mergeJson(made, { provider: Object.fromEntries(open.map(([name]) => [name, values[name] ?? null])) })
}

describe('minimal configuration files', () => {
  const schemas = new Map(
    conformanceFiles('config').map(({ name, text }): [string, unknown] => [name, JSON.parse(text)]),
  )

  it.each(conformanceFiles('gw-config'))('$name has no other properties when it is written here', ({ name, text }) => {
    const file: unknown = JSON.parse(text)
    if (!isJsonObject(file)) return expect.fail(`${name} is no object`)
    const {
      rootURL,
      clientId,
      accessToken,
      provisionerId = 'proj',
      workerType,
      workerGroup = 'rack',
      workerId,
      ...config
    } = file
    const worker = { ...workerOf(`${provisionerId}/${workerType}`, config), rootUrl: String(rootURL) }
    const made = standaloneConfig({ provider: 'standalone', config: {} }, worker, providers.standalone)
    expect(made).toEqual({
      ...config,
      rootURL,
      clientId: placeholder('TASKCLUSTER_CLIENT_ID'),
      accessToken: placeholder('TASKCLUSTER_ACCESS_TOKEN'),
      provisionerId,
      workerType,
      workerGroup: placeholder('WORKER_GROUP'),
      workerId: placeholder('WORKER_ID'),
    })
    const schema = schemas.get(`${name.split('-').slice(0, 2).join('-')}.schema.json`)
    const known = isJsonObject(schema) && isJsonObject(schema.properties) ? Object.keys(schema.properties) : []
    expect(known).toEqual(expect.arrayContaining(Object.keys(made)))
    expect([accessToken, clientId, workerGroup, workerId].every((value) => value !== undefined)).toBe(true)
  })
})
