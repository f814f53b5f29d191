import type { JsonValue } from '@/lib/base/json'
import { pointerSegments } from '@/lib/base/path'
import type { Problem } from '@/lib/base/problem'
import type { EngineEntry, WorkerCatalog } from '@/lib/catalog/entry/entry'
import { hasPlace } from '@/lib/schema/document/hasPlace'
import { acceptedWithout, askingPayloads } from './askingPayloads'
import { distinctVariants, type KitComposition, kitComposition, kitConfigs } from './kitComposition'
import { distinctProblems, type KitCase, type KitReport } from './kitReport'
import { madeUpPlugin } from './madeUp'
import { missingPlaces } from './missingPlaces'
import { statedContradictions } from './statedContradictions'

interface Variant {
  config: JsonValue
  complete: KitComposition
}

/**
 * Tests an engine without any real plugin: with a made-up one for each engine feature of the worker, which a task asks for by a property of its own. One
 * case for each configuration that makes a difference.
 */
export function testEngine(entry: EngineEntry, worker: WorkerCatalog): KitReport {
  const plugins = Object.keys(worker.worker.engineFeatures).map((name) => ({
    name,
    entry: madeUpPlugin(name, entry, worker),
  }))
  const configured = plugins.map((plugin) => ({ entry: plugin.entry, config: {} }))
  const variants = distinctVariants(
    kitConfigs(entry).map((config) => ({ config, complete: kitComposition(worker, { entry, config }, configured) })),
  )
  const schemas = variants.map(({ complete }) => complete.composition.unrestrictedSchema ?? {})
  const asking = [...plugins.flatMap((plugin) => plugin.entry.taskFeatures ?? []), ...(entry.taskFeatures ?? [])]
  const cases = distinctCases(variants.map(toCase))
  const witnesses = variants.flatMap(({ complete }) =>
    askingPayloads(asking, complete).map((payload) => acceptedWithout(complete, payload)),
  )
  return {
    entry: `engine ${entry.name}`,
    version: entry.version,
    cases: cases.map((one, i) => ({
      ...one,
      name: cases.length === 1 ? 'any configuration' : `configuration ${i + 1}`,
    })),
    contradictions: distinctProblems([
      ...statedContradictions(entry),
      ...missingPlaces(entry, schemas),
      ...plugins.flatMap((plugin) => argumentContradictions(entry, plugin, variants)),
      ...witnesses.filter((problem) => problem !== undefined),
    ]),
  }
}

function toCase({ config, complete: { composition } }: Variant): KitCase {
  const rows = composition.matrix.rows.flatMap(({ component, feature, title, cells }) => {
    const cell = cells[composition.engine]
    return component.startsWith('plugin ') && cell !== undefined ? [{ feature, title, ...cell }] : []
  })
  const problems = composition.problems.filter(({ severity }) => severity === 'error')
  return { name: '', config, lacking: [], rows, effectiveSchema: composition.effectiveSchema ?? null, problems }
}

function distinctCases(cases: readonly KitCase[]): KitCase[] {
  const found = new Map<string, KitCase>()
  for (const one of cases) {
    const key = JSON.stringify([one.rows, one.effectiveSchema, one.problems])
    if (!found.has(key)) found.set(key, one)
  }
  return [...found.values()]
}

/** What an engine says about the arguments of a feature that it never has, or in such a way that nothing is left of it. */
function argumentContradictions(
  entry: EngineEntry,
  { name, entry: plugin }: { name: string; entry: { taskFeatures?: EngineEntry['taskFeatures'] } },
  variants: readonly Variant[],
): Problem[] {
  const limited = Object.keys(entry.features[name]?.arguments ?? {})
  const [feature] = plugin.taskFeatures ?? []
  if (limited.length === 0 || feature === undefined) return []
  const report = (message: string, help: string): Problem[] => [
    {
      code: 'argument-contradiction',
      severity: 'error',
      message,
      path: `features.${name}.arguments`,
      component: `engine ${entry.name}`,
      help,
    },
  ]
  const having = variants.filter(({ complete: { composition } }) => {
    const row = composition.matrix.rows.find((one) => one.feature === name && one.component.startsWith('plugin '))
    const verdict = row?.cells[entry.name]?.verdict
    return verdict === 'supported' || verdict === 'limited'
  })
  if (having.length === 0) {
    const help = 'Leave the limit out, or say that the engine has the feature.'
    return report(`The engine limits ${limited.join(', ')} of ${name}, which it never has.`, help)
  }
  // Where nothing passes, narrowing takes the place away altogether.
  const place = pointerSegments(feature.requestedBy.path ?? '')
  const closed = having.filter(({ complete: { composition } }) => {
    const schema = composition.effectiveSchema
    return schema !== undefined && !limited.every((argument) => hasPlace(schema, [...place, argument]))
  })
  if (closed.length === 0) return []
  return report(`The limits on ${limited.join(', ')} of ${name} let nothing pass.`, 'Loosen the limits.')
}
