import { describe, expect, it } from 'vitest'
import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { withDefaults } from '@/lib/catalog/template/payloadProperties'
import { compilePayloadValidator } from '@/lib/schema/validate/compilePayloadValidator'
import { findViolations } from '@/lib/schema/validate/findViolations'
import {
  composeGenericWorker,
  type RecordedTask,
  readRecorded,
  recordedNames,
  recordedVerdicts,
} from './testing/genericWorkerConformance'

const catalog = loadCatalog()
const engines = Object.keys(catalog.workers['generic-worker']?.engines ?? {})

/** Without titles and descriptions, lists that are sets sorted. */
function canonical(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(canonical)
  if (!isJsonObject(value)) return value
  const members = Object.entries(value).filter(
    ([key, member]) => !((key === 'title' || key === 'description') && typeof member === 'string'),
  )
  return Object.fromEntries(
    members.map(([key, member]) => {
      const isSet = (key === 'enum' || key === 'required') && Array.isArray(member)
      return [key, isSet ? member.toSorted() : canonical(member)]
    }),
  )
}

describe('generic-worker', () => {
  it('has seven engines', () => expect(engines).toHaveLength(7))

  it.each(engines)('has the schema of the real program on %s, whatever is enabled', (engine) => {
    const real = canonical(readRecorded<JsonObject>('payload-schemas', engine))
    const configs: JsonObject[] = [{}, { enableInteractive: false, enableTaskclusterProxy: false }]
    for (const config of configs) {
      expect(canonical(composeGenericWorker(catalog, engine, config).baseSchema ?? {})).toEqual(real)
    }
  })

  it('accepts what a worker of that configuration runs, and refuses the rest', () => {
    const rows = recordedVerdicts()
    const wrong = rows.filter(({ target, config, payload, accepted }) => {
      const { effectiveSchema } = composeGenericWorker(catalog, target, config)
      const taken = effectiveSchema !== undefined && compilePayloadValidator(effectiveSchema).accepts(payload)
      return taken !== accepted
    })
    expect(rows.length).toBeGreaterThan(500)
    expect(wrong).toEqual([])
  })

  it.each(engines)('knows every property of the configuration on %s, and no other', (engine) => {
    const { properties = {} } = readRecorded<JsonObject>('config', `${engine}.schema`)
    const known = Object.keys(isJsonObject(properties) ? properties : {})
    const { reserved = {} } = catalog.workers['generic-worker']?.worker ?? {}
    const leftOut: string[] = []
    for (const name of known) {
      const schema = isJsonObject(properties) && isJsonObject(properties[name]) ? properties[name] : {}
      const value = sampleOf(name, schema)
      if (Object.hasOwn(reserved, name)) leftOut.push(name)
      else expect(Object.keys(configOf(engine, { [name]: value })), name).toContain(name)
    }
    expect(leftOut.length).toBe(15)
  })

  const pools = readRecorded<Record<string, RealPool>>('real-worker-configs')

  it.each(Object.keys(pools))('imports the real pool %s without loss', (name) => {
    const pool = pools[name]
    if (pool === undefined) throw new Error('no pool')
    const { config, target } = placed(name, pool)
    const schema = readRecorded<JsonObject>('config', `${target}.schema`)
    const composition = composeGenericWorker(catalog, target, config)
    const unnamed = composition.problems.filter(({ code }) => code !== 'identity-not-registrable')
    expect(unnamed.filter(({ severity }) => severity === 'error')).toEqual([])
    const written = configOf(target, config)
    expect(written).toMatchObject(config)
    expect(withDefaults(schema, written)).toEqual(withDefaults(schema, config))
    // The worker-runner adds what the schema demands beside it.
    expect(findViolations({ ...schema, required: [] }, written)).toEqual([])
  })

  it('runs the example tasks on the real pools of their target', () => {
    const tasks = recordedNames('accepted').map((name) => readRecorded<RecordedTask>('accepted', name))
    const counts = Object.entries(pools).map(([name, pool]) => {
      const { target, config } = placed(name, pool)
      const { effectiveSchema = {} } = composeGenericWorker(catalog, target, config)
      const validator = compilePayloadValidator(effectiveSchema)
      const own = tasks.filter((task) => task.targets.includes(target) && task.config === undefined)
      const refused = own.filter(({ task }) => !validator.accepts(task.payload ?? null))
      expect(refused.map(({ task }) => [target, config, task])).toEqual([])
      return own.length
    })
    expect(Math.min(...counts)).toBeGreaterThan(0)
  })

  function configOf(engine: string, config: JsonObject): JsonObject {
    const { workerConfig } = composeGenericWorker(catalog, engine, config)
    return isJsonObject(workerConfig) ? workerConfig : {}
  }
})

/** Two pools do not say which build their images have; their names do. */
function placed(name: string, { target, config }: RealPool) {
  return { config, target: target ?? (name.includes('freebsd') ? 'multiuser-freebsd' : 'multiuser-darwin') }
}

interface RealPool {
  target: string | null
  config: JsonObject
}

function sampleOf(name: string, { type, default: usual, enum: values }: JsonObject): JsonValue {
  if (usual !== undefined) return usual
  if (Array.isArray(values)) return values[0] ?? null
  if (name === 'd2gConfig') return { enableD2G: true }
  return type === 'object' ? {} : 'text'
}
