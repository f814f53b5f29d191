import { z } from 'zod'
import { isJsonObject, type JsonObject } from '@/lib/base/json'
import { CliExit } from '@/lib/cli/output/output'
import { composeWorkerType } from '@/lib/compose/composeWorkerType'
import { parseDesign } from '@/lib/compose/read/parseDesign'
import { catalogVersions } from '@/lib/compose/read/pinVersions'
import { readYaml } from '@/lib/compose/read/readYaml'
import type { ReviewSide } from '@/lib/review/reviewSide'
import { checkSchema } from '@/lib/schema/check/checkSchema'
import { toolVersion } from '@/lib/toolVersion'
import { appAddress, readFromApp, silent } from './askApp'
import { demandNoHints } from './globalOptions'
import { openCatalog } from './openCatalog'
import { demandNoErrors, type OpenOptions, openDesign } from './openDesign'
import { readInput } from './readInput'

/** A file to compare: a design, a worker's configuration, or a payload schema as `wtd schema` prints it. */
export function diffSide(path: string, options: OpenOptions): ReviewSide {
  const label = path === '-' ? 'standard input' : path
  // once, since a pipe can be read no second time
  const text = readInput(path)
  const schema = readSchema(text, path)
  if (schema !== undefined) demandNoHints(options, label, 'a payload schema')
  if (schema !== undefined) return { label, payloadSchema: schema, catalogVersions: {} }
  const opened = openDesign(path, { ...options, text })
  demandNoErrors(opened)
  const { composition, catalog } = opened
  const { effectiveSchema } = composition
  if (effectiveSchema === undefined) throw new CliExit(1, [noSchema(path)])
  const versions = catalogVersions(composition, catalog)
  return { label, payloadSchema: effectiveSchema, composition, catalogVersions: versions, toolVersion }
}

/** What says that it is a JSON Schema, and is no design, which names a worker and an engine. */
const signs = ['$schema', 'type', 'properties', 'required', 'allOf', 'anyOf', 'oneOf', 'additionalProperties', '$ref']

/** The schema in a file; undefined where the file is something else. */
function readSchema(text: string, path: string): JsonObject | undefined {
  const yaml = readYaml(text, 'design', path)
  if (!yaml.ok || !isJsonObject(yaml.value.data)) return undefined
  const { data } = yaml.value
  const has = (name: string) => Object.hasOwn(data, name)
  if (has('worker') || has('engine') || !signs.some(has)) return undefined
  const problems = checkSchema(data)
  if (problems.length > 0)
    throw new CliExit(
      2,
      problems.map((problem) => ({ ...problem, file: path })),
    )
  return data
}

function noSchema(file: string) {
  const message = 'No task can run on this worker type, so there is no payload schema to compare.'
  return { code: 'no-payload-schema', severity: 'error' as const, message, path: '', file }
}

interface Options {
  server?: string
  catalogDir?: string
}

/** What the app answers of the payload schema that the Queue holds at this moment, as far as it is used here. */
const inForceSchema = z.object({
  state: z.enum(['held', 'none', 'unheld', 'unknown']),
  /** registered last with the app */
  version: z.number().nullable(),
  changedElsewhere: z.boolean(),
  payloadSchema: z.custom<JsonObject>(isJsonObject).optional(),
  declaredBy: z.string().optional(),
  declaredAt: z.string().optional(),
  problems: z.array(z.object({ message: z.string() })).optional(),
})

/** The state of a worker type that a design is compared with. */
export interface InForceSide {
  side: ReviewSide
  /** why nobody can tell what the Queue holds: the side is what was registered last, or accepts whatever there is */
  unread?: string
}

/**
 * What is in force of a worker type, as the running app reads it from the Queue at this moment: the version that was registered last, or what
 * somebody has declared elsewhere.
 */
export async function inForceSide(taskQueueId: string, options: Options): Promise<InForceSide> {
  const server = appAddress(options.server)
  const path = `/worker-types/${taskQueueId}/in-force.json`
  const text = await readFromApp(server, path)
  if (text === undefined) throw new CliExit(1, [notThere(taskQueueId)])
  const parsed = inForceSchema.safeParse(parseObject(text))
  if (!parsed.success) throw silent(server, `what is at ${path} does not say what is in force`)
  const { state, version, changedElsewhere, payloadSchema, declaredBy, declaredAt, problems = [] } = parsed.data
  const registered =
    version === null
      ? undefined
      : await versionSide(taskQueueId, version, `what is registered of ${taskQueueId}`, options)
  if (state === 'unknown') {
    const unread = problems.map(({ message }) => message).join('; ')
    const nothing = { label: `what is in force of ${taskQueueId}`, payloadSchema: {}, catalogVersions: {} }
    return { side: registered ?? nothing, unread }
  }
  if (changedElsewhere && payloadSchema !== undefined) {
    const by = declaredBy === undefined ? '' : `, which ${declaredBy} declared elsewhere`
    const on = declaredAt === undefined ? '' : ` on ${declaredAt.slice(0, 10)}`
    const label = `what the Queue holds of ${taskQueueId}${by}${on}`
    return { side: { catalogVersions: {}, ...registered, label, payloadSchema } }
  }
  if (registered === undefined) throw new CliExit(1, [notThere(taskQueueId)])
  const label = state === 'none' ? `${registered.label} (of which the Queue holds nothing now)` : registered.label
  return { side: { ...registered, label } }
}

/** A version of a worker type as the running app has registered it. */
export function registeredSide(taskQueueId: string, version: number, options: Options): Promise<ReviewSide> {
  return versionSide(taskQueueId, version, `version ${version} of ${taskQueueId}`, options)
}

/** The schema is the registered one to the byte; configuration and origins are composed from its design with the catalog at hand. */
async function versionSide(taskQueueId: string, version: number, label: string, options: Options): Promise<ReviewSide> {
  const server = appAddress(options.server)
  const path = `/worker-types/${taskQueueId}/versions/${version}`
  const [schema, design] = await Promise.all(
    ['schema.json', 'design.yml'].map((file) => readFromApp(server, `${path}/${file}`)),
  )
  if (schema === undefined || design === undefined) throw new CliExit(1, [notThere(taskQueueId, version)])
  const payloadSchema = parseObject(schema)
  if (payloadSchema === undefined) throw silent(server, `what is at ${path}/schema.json is no schema`)
  const parsed = parseDesign(design)
  if (!parsed.ok) return { label, payloadSchema, catalogVersions: {} }
  const catalog = openCatalog(options.catalogDir).catalogFor(parsed.value.design.catalog)
  const composition = composeWorkerType(parsed.value.design, catalog)
  const versions = parsed.value.design.catalog ?? catalogVersions(composition, catalog)
  return { label, payloadSchema, composition, catalogVersions: versions }
}

function parseObject(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isJsonObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

function notThere(taskQueueId: string, version?: number) {
  const message =
    version === undefined
      ? `Nothing is registered of ${taskQueueId}.`
      : `There is no version ${version} of ${taskQueueId}.`
  const help = 'Register it, or compare with a file: --against FILE.'
  return { code: 'not-registered', severity: 'error' as const, message, path: '', help }
}
