import { isJsonObject, type JsonValue } from '@/lib/base/json'
import { pathSegments } from '@/lib/base/path'
import { fail, type Problem, type Result, succeed } from '@/lib/base/problem'
import type { Catalog } from '@/lib/catalog/entry/entry'
import type { ConfigFormat } from '@/lib/compose/configFormat/configFormat'
import { configFormats } from '@/lib/compose/configFormat/configFormats'
import { configurations } from '@/lib/compose/design/configurations'
import { sortProblems } from '@/lib/compose/design/describeViolations'
import type { Design } from '@/lib/compose/design/design'
import { findReferences } from '@/lib/compose/design/references'
import { secretReferences } from '@/lib/compose/secrets/secretPlaces'
import { readYaml, type YamlSource } from './readYaml'
import { replaceSecrets } from './replaceSecrets'
import { unknownDocument } from './unknownDocument'

export interface ImportOptions {
  catalog: Catalog
  /** the environment that `$env` references read; in an import its values become samples, those of secrets excepted */
  environment?: Record<string, string>
  file?: string
  /** the worker program that the file is for; told by its layout where left out */
  worker?: string
  /** the engine that the file is for, where it does not say so itself */
  engine?: string
  /** the version of the worker program that the file is for */
  workerVersion?: string
}

/** A worker's configuration file, its design, and the way back from places in the design to places in the file. */
export interface ImportedConfig {
  design: Design
  format: ConfigFormat
  source: YamlSource
}

/**
 * A worker's configuration file as a design: `strict` is off, since it describes a worker whose tasks run today; literal secrets become
 * references, with a notice. Fails with problems at places of the file.
 */
export function importConfig(text: string, options: ImportOptions): Result<ImportedConfig> {
  const read = readConfig(text, options, undefined)
  if (!read.ok) return read
  const { design, problems } = replaceSecrets(read.value.design, options.catalog)
  const samples = options.environment ? samplesFrom(options.environment, design, options.catalog) : {}
  return succeed({ ...read.value, design: { ...design, samples } }, sortProblems([...read.problems, ...problems]))
}

/**
 * A worker's configuration file as the worker reads it when it starts in an environment: references to the environment are replaced, an
 * unset variable is the empty text. The design holds whatever the environment holds, so it must not be kept.
 */
export function startConfig(text: string, options: ImportOptions): Result<ImportedConfig> {
  return readConfig(text, options, options.environment ?? {})
}

function readConfig(
  text: string,
  options: ImportOptions,
  environment: Record<string, string> | undefined,
): Result<ImportedConfig> {
  const yaml = readYaml(text, 'worker', options.file)
  if (!yaml.ok) return yaml
  const source = yaml.value
  const formats = Object.values(configFormats)
  const named = options.worker === undefined ? undefined : options.catalog.workers[options.worker]?.worker.configFormat
  const told = named === undefined ? undefined : configFormats[named]
  const format = told ?? formats.find((candidate) => candidate.recognise(source.data)) ?? formatOf(options, source.data)
  if (format === undefined) {
    const unknown = unknownDocument(source.data, 'a configuration of a worker')
    return fail([...yaml.problems, locateProblem(unknown, source, options.file)])
  }
  const { design, problems } = format.read(source.data, options.catalog, {
    ...(environment === undefined ? {} : { environment }),
    ...(options.engine === undefined ? {} : { engine: options.engine }),
    ...(options.workerVersion === undefined ? {} : { workerVersion: options.workerVersion }),
  })
  const placed = [...yaml.problems, ...problems.map((problem) => locateProblem(problem, source, options.file))]
  if (design === undefined || placed.some((problem) => problem.severity === 'error')) return fail(placed)
  return succeed({ design, format, source }, placed)
}

/** The layout of what is not complete enough to be told by its looks: an engine that was named tells it, or the members of taskcluster-worker. */
function formatOf({ engine, catalog }: ImportOptions, data: JsonValue): ConfigFormat | undefined {
  if (!isJsonObject(data)) return undefined
  const named = Object.values(catalog.workers).find(
    ({ engines }) => engine !== undefined && Object.hasOwn(engines, engine),
  )
  if (named !== undefined) return configFormats[named.worker.configFormat]
  const isPart = Object.hasOwn(data, 'transforms') || Object.keys(data).join() === 'config'
  return isPart ? configFormats['taskcluster-worker'] : undefined
}

/** Adds file, line and column to a problem whose path is a place in the file. */
export function locateProblem(problem: Problem, source: YamlSource, file: string | undefined): Problem {
  const at = source.locate(pathSegments(problem.path))
  return { ...problem, ...(file === undefined ? {} : { file }), ...(at ?? {}) }
}

/**
 * Samples for the `$env` references of a design, out of an environment. Variables that stand for a secret, or for something that has one in it, are left
 * out, wherever else they are used; so are those that the design does not read.
 */
export function samplesFrom(environment: Record<string, string>, design: Design, catalog: Catalog): Design['samples'] {
  const worker = Object.hasOwn(catalog.workers, design.worker) ? catalog.workers[design.worker] : undefined
  if (worker === undefined) return {}
  const all = configurations(design, worker)
  const references = findReferences([design.engine.name, ...all.map(({ config }) => config)])
  const hidden = all.flatMap(({ schema, config }) => secretReferences(schema, config))
  const secrets = new Set(hidden.map(({ reference }) => reference.$env))
  const names = references.flatMap(({ reference: { $env: name } }) => (typeof name === 'string' ? [name] : []))
  const known = [...new Set(names)].sort().filter((name) => Object.hasOwn(environment, name) && !secrets.has(name))
  return Object.fromEntries(known.map((name) => [name, environment[name] ?? '']))
}
