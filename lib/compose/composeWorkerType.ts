import { isJsonObject } from '@/lib/base/json'
import type { Problem } from '@/lib/base/problem'
import { CatalogError } from '@/lib/catalog/catalogError'
import type { Catalog } from '@/lib/catalog/entry'
import { checkConfigs } from './checkConfigs'
import { checkIdentity } from './checkIdentity'
import { checkSecrets } from './checkSecrets'
import { checkSize } from './checkSize'
import { checkStart } from './checkStart'
import { checkStartConditions } from './checkStartConditions'
import { checkVersions } from './checkVersions'
import { composeChecks } from './composeChecks'
import { composeDocumentation } from './composeDocumentation'
import { composeNotices } from './composeNotices'
import type { Composition } from './composition'
import { configFormats } from './configFormat/configFormats'
import { defineLater } from './defineLater'
import type { Design } from './design'
import { effectiveSchema } from './effectiveSchema'
import { emptyComposition } from './emptyComposition'
import { openProblems } from './openProblems'
import { payloadParts } from './payloadParts'
import { requiredScopes } from './requiredScopes'
import { resolveDesign } from './resolveDesign'
import type { ResolvedDesign } from './resolvedDesign'
import { sortProblems } from './sortProblems'
import { supportMatrix } from './supportMatrix'
import { toDraft6 } from './toDraft6'

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
