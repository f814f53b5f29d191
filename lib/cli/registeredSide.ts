import { isJsonObject, type JsonObject } from '../base/json'
import { catalogVersions } from '../compose/catalogVersions'
import { composeWorkerType } from '../compose/composeWorkerType'
import { parseDesign } from '../compose/parseDesign'
import type { ReviewSide } from '../review/reviewSide'
import { appAddress, readFromApp, silent } from './askApp'
import { CliExit } from './cliExit'
import { openCatalog } from './openCatalog'

/**
 * A version of a worker type as the running app has registered it: `registered` is the one in force, else its number. The schema is the
 * registered one to the byte; configuration and origins are composed from its design with the catalog at hand.
 */
export async function registeredSide(
  taskQueueId: string,
  version: string,
  options: { server?: string; catalogDir?: string },
): Promise<ReviewSide> {
  const server = appAddress(options.server)
  const path = `/worker-types/${taskQueueId}${version === 'registered' ? '' : `/versions/${version}`}`
  const label =
    version === 'registered' ? `what is registered of ${taskQueueId}` : `version ${version} of ${taskQueueId}`
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

function notThere(taskQueueId: string, version: string) {
  const registered = version === 'registered'
  const message = registered
    ? `Nothing is registered of ${taskQueueId}.`
    : `There is no version ${version} of ${taskQueueId}.`
  const help = 'Register it, or compare with a file: --against FILE.'
  return { code: 'not-registered', severity: 'error' as const, message, path: '', help }
}
