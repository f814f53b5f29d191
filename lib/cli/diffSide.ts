import { isJsonObject, type JsonObject } from '@/lib/base/json'
import { catalogVersions } from '@/lib/compose/catalogVersions'
import { readYaml } from '@/lib/compose/readYaml'
import type { ReviewSide } from '@/lib/review/reviewSide'
import { checkSchema } from '@/lib/schema/checkSchema'
import { toolVersion } from '@/lib/toolVersion'
import { CliExit } from './cliExit'
import { demandNoHints } from './globalOptions'
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
