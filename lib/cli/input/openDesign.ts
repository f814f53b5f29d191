import { isJsonObject } from '@/lib/base/json'
import type { Problem } from '@/lib/base/problem'
import { withoutEnd } from '@/lib/base/texts'
import { poolProblems } from '@/lib/bundle/pool/composedPool'
import type { Catalog } from '@/lib/catalog/entry/entry'
import { CliExit } from '@/lib/cli/output/output'
import { composeWorkerType } from '@/lib/compose/composeWorkerType'
import type { Composition } from '@/lib/compose/composition'
import { configFormats } from '@/lib/compose/configFormat/configFormats'
import type { Design } from '@/lib/compose/design/design'
import { importConfig, locateProblem, samplesFrom, startConfig } from '@/lib/compose/read/importConfig'
import { parseDesign } from '@/lib/compose/read/parseDesign'
import { readYaml } from '@/lib/compose/read/readYaml'
import { unknownDocument } from '@/lib/compose/read/unknownDocument'
import { readPools } from '@/lib/pools/import/readPools'
import { demandNoHints } from './globalOptions'
import { openCatalog } from './openCatalog'
import { readEnvironmentFile, readInput } from './readInput'

/** A design and its composition, with all problems at places of the file that was given. */
export interface OpenedDesign {
  design: Design
  composition: Composition
  /** what it was composed with */
  catalog: Catalog
  problems: Problem[]
}

export interface OpenOptions {
  /** how a worker's configuration file is read: as a design (import) or as the worker reads it when it starts */
  as?: 'import' | 'start'
  environmentFile?: string
  /** the build that a configuration file is for, and its version, where it does not say so itself; refused for what does */
  engine?: string
  workerVersion?: string
  /** folder of custom entries; CATALOG_DIR where left out */
  catalogDir?: string
  /** puts another deployment in place of the design's */
  rootUrl?: string
  /** the document, where it was read already */
  text?: string
}

/**
 * Opens a design document or a worker's configuration file and composes it. Text that cannot be read ends the command with status 2; a file that
 * reads but is wrong gives problems, and the caller decides.
 */
export function openDesign(path: string, options: OpenOptions = {}): OpenedDesign {
  const text = options.text ?? readInput(path)
  const file = path === '-' ? 'standard input' : path
  const environment = options.environmentFile === undefined ? undefined : readEnvironmentFile(options.environmentFile)
  const opened = openCatalog(options.catalogDir)
  const withRoot = (design: Design): Design =>
    options.rootUrl === undefined ? design : { ...design, rootUrl: withoutEnd(options.rootUrl, '/') }
  if (options.as === undefined) demandDesign(text, file)
  if (options.as === undefined && !isConfigFile(text)) {
    const parsed = parseDesign(text, file)
    if (!parsed.ok) throw new CliExit(isUnreadable(parsed.problems) ? 2 : 1, parsed.problems)
    demandNoHints(options, file, 'a design')
    const { source } = parsed.value
    const catalog = opened.catalogFor(parsed.value.design.catalog)
    const design = withRoot(withSamples(parsed.value.design, environment, catalog))
    const composition = composeWorkerType(design, catalog)
    const all = [...composition.problems, ...poolProblems(composition, catalog)]
    const problems = all.map((problem) => locateProblem(problem, source, file))
    return { design, composition, catalog, problems: [...opened.problems, ...problems] }
  }
  const catalog = opened.catalogFor()
  const { engine, workerVersion } = options
  const hints = {
    catalog,
    file,
    ...(engine === undefined ? {} : { engine }),
    ...(workerVersion === undefined ? {} : { workerVersion }),
  }
  const read =
    options.as === 'start'
      ? startConfig(text, { ...hints, environment: environment ?? definedEnvironment() })
      : importConfig(text, { ...hints, ...(environment ? { environment } : {}) })
  if (!read.ok) throw new CliExit(isUnreadable(read.problems) ? 2 : 1, read.problems)
  const { source, format } = read.value
  if (format.namesEngine) demandNoHints(options, file, 'a file that names its engine')
  const design = withRoot(read.value.design)
  const composition = composeWorkerType(design, catalog, { holdsSecrets: options.as === 'start' })
  const problems = composition.problems.map((problem) =>
    locateProblem(
      { ...problem, path: format.placeInFile(problem.path, design, catalog.workers[design.worker]) },
      source,
      file,
    ),
  )
  return { design, composition, catalog, problems: [...opened.problems, ...read.problems, ...problems] }
}

/** Ends the command with status 1 when a design has errors. */
export function demandNoErrors(opened: OpenedDesign): void {
  const errors = opened.problems.filter((problem) => problem.severity === 'error')
  if (errors.length > 0) throw new CliExit(1, errors)
}

/** Ends a command that was given something that is neither a design nor a configuration, and can be told from both. */
function demandDesign(text: string, file: string): void {
  const yaml = readYaml(text, 'design', file)
  if (!yaml.ok) return
  const { data } = yaml.value
  const isPool = readPools(data).ok
  const has = (name: string) => isJsonObject(data) && Object.hasOwn(data, name)
  if (!isPool && (isConfigFile(text) || has('worker') || has('engine') || has('config'))) return
  throw new CliExit(1, [{ ...unknownDocument(data, 'a design'), file }])
}

/** Whether a text is a worker's configuration file, and no design. */
export function isConfigFile(text: string): boolean {
  const yaml = readYaml(text, 'worker')
  if (!yaml.ok || !isJsonObject(yaml.value.data)) return false
  const { data } = yaml.value
  return Object.values(configFormats).some((format) => format.recognise(data))
}

function isUnreadable(problems: Problem[]): boolean {
  return problems.some((problem) => problem.code === 'unreadable-yaml' || problem.code === 'document-too-large')
}

/** Secrets of the environment stay out of the design: it may be written down. */
function withSamples(design: Design, environment: Record<string, string> | undefined, catalog: Catalog): Design {
  if (environment === undefined) return design
  return { ...design, samples: { ...design.samples, ...samplesFrom(environment, design, catalog) } }
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}
