import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import type { Problem } from '@/lib/base/problem'
import { CatalogError } from '@/lib/catalog/entry/catalogError'
import type { Catalog } from '@/lib/catalog/entry/entry'
import { samplePayload } from '@/lib/schema/sample/samplePayload'
import { checkConfigs } from './check/checkConfigs'
import { checkIdentity } from './check/checkIdentity'
import { checkStart, checkStartConditions } from './check/checkStart'
import { checkSize, checkVersions } from './check/checkVersions'
import type { Composition } from './composition'
import { configFormats } from './configFormat/configFormats'
import { sortProblems } from './design/describeViolations'
import type { Design } from './design/design'
import { documentWorkerType } from './documentation/documentWorkerType'
import { payloadParts } from './merge/mergePayloadSchemas'
import { toDraft6 } from './merge/toDraft6'
import { effectiveSchema } from './narrow/effectiveSchema'
import { supportMatrix } from './narrow/supportMatrix'
import { composeChecks } from './notices/composeChecks'
import { composeNotices } from './notices/composeNotices'
import { requiredScopes } from './notices/requiredScopes'
import { openProblems } from './resolve/openValue'
import { resolveDesign } from './resolve/resolveDesign'
import type { ResolvedDesign } from './resolve/resolvedDesign'
import { checkSecrets } from './secrets/checkSecrets'

const DRAFT_06 = 'http://json-schema.org/draft-06/schema#'

/** How a design is composed. */
export interface ComposeOptions {
  /** the design is what `startConfig` gives: it holds the secrets of a running worker, is looked at and not kept */
  holdsSecrets?: boolean
}

/**
 * Computes a worker type from its design: base and effective payload schema, support matrix, restrictions, conflicts, problems, worker
 * configuration, documentation, scopes. Pure and stable: the same design and catalog give the same composition, whatever the order in which
 * plugins were picked. Never throws for what a user wrote; what is wrong with it is among `problems`, at places of the design.
 */
export function composeWorkerType(design: Design, catalog: Catalog, options: ComposeOptions = {}): Composition {
  const resolution = resolveDesign(design, catalog)
  const worker = Object.hasOwn(catalog.workers, design.worker) ? catalog.workers[design.worker] : undefined
  const problems = [...resolution.problems, ...(worker ? checkConfigs(design, worker) : [])]
  const held = worker && !options.holdsSecrets ? checkSecrets(design, worker) : []
  if (!resolution.ok) return emptyComposition(design, sortProblems([...problems, ...held]))
  const resolved = resolution.value
  if (!hasErrors(problems))
    problems.push(...[resolved.worker, resolved.engine, ...resolved.plugins].flatMap(checkStart))
  const valid = !hasErrors(problems)
  const composition: Composition = {
    ...emptyComposition(design, []),
    engine: resolved.engine.entry.name,
    plugins: resolved.plugins.map((plugin) => plugin.entry.name),
    provisionerId: resolved.provisionerId,
    workerType: resolved.workerType,
    workerConfig: configFormats[resolved.worker.entry.configFormat]?.write(resolved) ?? null,
  }
  problems.push(
    ...checkIdentity(resolved),
    ...checkVersions(resolved),
    ...tolerant(() => composeNotices(resolved, problems), []),
    ...(valid ? tolerant(() => startConditions(resolved), []) : []),
  )
  const payload: Partial<Composition> = valid ? tolerant(() => composePayload(resolved, problems), {}) : {}
  problems.push(...held, ...openProblems(resolved))
  if (problems.some((problem) => problem.code === 'sample-needed')) delete payload.effectiveSchema
  const scopes = requiredScopes(resolved, payload.payloadForms)
  const composed: Composition = { ...composition, ...payload, scopes, problems: sortProblems(problems) }
  defineLater(composed, 'matrix', () => supportMatrix(resolved))
  return composeDocumentation(composed, resolved)

  /** What a template of an entry does wrong is told, unless an open value explains it. */
  function tolerant<T>(compute: () => T, otherwise: T): T {
    try {
      return compute()
    } catch (error) {
      if (!(error instanceof CatalogError)) throw error
      if (resolved.openPlaces.size === 0) problems.push(brokenEntry(error))
      return otherwise
    }
  }
}

function startConditions({ worker, engine, plugins }: ResolvedDesign): Problem[] {
  return [worker, engine, ...plugins].flatMap(checkStartConditions)
}

function composePayload(resolved: ResolvedDesign, problems: Problem[]): Partial<Composition> {
  const { merged, engine } = payloadParts(resolved)
  const { conflicts, provenance, schema: baseSchema } = merged
  if (conflicts.length > 0) {
    problems.push(
      ...conflicts.map(({ property, components }) => ({
        code: 'property-conflict',
        severity: 'error' as const,
        message: `The payload property ${property} is declared by ${components.join(' and ')}; the worker refuses to start.`,
        path: components[1]?.startsWith('plugin ') ? `plugins.${components[1].slice('plugin '.length)}` : 'engine',
        component: components.join(', '),
        help: 'Leave one of them out, or rename the property where you can.',
      })),
    )
    return { conflicts }
  }
  const engineProperties = isJsonObject(engine.schema.properties) ? Object.keys(engine.schema.properties) : []
  const draft6 = toDraft6(baseSchema, provenance, resolved)
  const effective = effectiveSchema(draft6, resolved)
  problems.push(...effective.problems, ...checkSize(baseSchema, resolved))
  return {
    baseSchema,
    unrestrictedSchema: draft6,
    ...(effective.schema ? { effectiveSchema: { $schema: DRAFT_06, ...effective.schema } } : {}),
    payloadForms: effective.forms,
    provenance,
    restrictions: effective.restrictions,
    outcomes: effective.outcomes,
    overlays: effective.overlays,
    checks: composeChecks(resolved, engineProperties),
  }
}

function hasErrors(problems: Problem[]): boolean {
  return problems.some((problem) => problem.severity === 'error')
}

function brokenEntry(error: CatalogError): Problem {
  return {
    code: 'catalog-entry-broken',
    severity: 'error',
    message: `A catalog entry cannot be used with this configuration: ${error.message}.`,
    path: '',
    help: 'Correct the entry, or leave it out.',
  }
}

/** A composition of nothing but problems, where a design does not even name an engine. */
function emptyComposition(design: Design, problems: Problem[]): Composition {
  return {
    design,
    worker: design.worker,
    engine: typeof design.engine.name === 'string' ? design.engine.name : '',
    plugins: [],
    provisionerId: typeof design.provisionerId === 'string' ? design.provisionerId : '',
    workerType: typeof design.workerType === 'string' ? design.workerType : '',
    payloadForms: [],
    provenance: {},
    restrictions: [],
    conflicts: [],
    problems,
    matrix: { engines: [], rows: [] },
    checks: [],
    workerConfig: null,
    documentation: '',
    scopes: { worker: [], admin: [], tasks: [] },
    outcomes: {},
    overlays: {},
  }
}

/** A composition with its documentation, which is written when it is first read: composing alone must stay quick. */
function composeDocumentation(composition: Composition, resolved: ResolvedDesign): Composition {
  defineLater(composition, 'documentation', () =>
    documentWorkerType({
      ...pick(composition),
      description: resolved.design.description,
      strict: resolved.design.strict,
      worker: resolved.worker.entry,
      engine: resolved.engine.entry,
      plugins: resolved.plugins.map((plugin) => plugin.entry),
      examples: composition.effectiveSchema ? examples(composition.effectiveSchema) : [],
    }),
  )
  return composition
}

// Spreading the composition would read the documentation itself.
function pick(composition: Composition) {
  const { provisionerId, workerType, payloadForms, restrictions, provenance, scopes, matrix, effectiveSchema } =
    composition
  return { provisionerId, workerType, payloadForms, restrictions, provenance, scopes, matrix, effectiveSchema }
}

function examples(schema: JsonObject): JsonValue[] {
  const found = (['minimal', 'typical'] as const).map((size) => samplePayload(schema, { size }))
  const distinct = new Map(found.filter((value) => value !== undefined).map((value) => [JSON.stringify(value), value]))
  return [...distinct.values()]
}

/** Gives an object a member that is made when it is first read, and kept. */
function defineLater<T extends object, K extends keyof T>(target: T, name: K, make: () => T[K]): void {
  let made: { value: T[K] } | undefined
  Object.defineProperty(target, name, {
    enumerable: true,
    configurable: true,
    get: () => {
      made ??= { value: make() }
      return made.value
    },
  })
}
