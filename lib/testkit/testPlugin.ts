import type { JsonValue } from '@/lib/base/json'
import type { PluginEntry, WorkerCatalog } from '@/lib/catalog/entry/entry'
import { acceptedWithout, askingPayloads } from './askingPayloads'
import { distinctVariants, type KitComposition, kitComposition, kitConfigs } from './kitComposition'
import { distinctProblems, type KitCase, type KitReport } from './kitReport'
import { madeUpEngine } from './madeUp'
import { missingPlaces } from './missingPlaces'
import { statedContradictions } from './statedContradictions'

/**
 * Tests a plugin without any real engine: with a made-up one that has every engine feature, one that has none, and one for each feature that lacks just
 * that. The cases are shown for the configuration with the largest payload; contradictions are looked for under all configurations that the
 * plugin's templates tell apart.
 */
export function testPlugin(entry: PluginEntry, worker: WorkerCatalog): KitReport {
  const vocabulary = Object.keys(worker.worker.engineFeatures)
  const compose = (config: JsonValue, lacking: string[]) =>
    kitComposition(worker, { entry: madeUpEngine(worker.worker, lacking), config: {} }, [{ entry, config }])
  const variants = kitConfigs(entry).map((config) => ({ config, complete: compose(config, []) }))
  const schemas = variants.map(({ complete }) => complete.composition.unrestrictedSchema ?? {})
  const mentioned = mentionedFeatures(entry).filter((name) => vocabulary.includes(name))
  const witnesses = distinctVariants(variants).flatMap(({ config, complete }) => {
    const payloads = askingPayloads(entry.taskFeatures ?? [], complete)
    return [[], vocabulary, ...mentioned.map((name) => [name])].flatMap((lacking) => {
      const composed = compose(config, lacking)
      return payloads.map((payload) => acceptedWithout(composed, payload))
    })
  })
  const shown = variants.reduce((largest, one) => (sizeOf(one.complete) > sizeOf(largest.complete) ? one : largest))
  const cases = [[], vocabulary, ...vocabulary.map((name) => [name])]
  return {
    entry: `plugin ${entry.name}`,
    version: entry.version,
    cases: cases.map((lacking, i) =>
      toCase(caseName(lacking, i), shown.config, lacking, compose(shown.config, lacking)),
    ),
    contradictions: distinctProblems([
      ...statedContradictions(entry),
      ...missingPlaces(entry, schemas),
      ...witnesses.filter((problem) => problem !== undefined),
    ]),
  }

  function toCase(name: string, config: JsonValue, lacking: string[], { composition }: KitComposition): KitCase {
    const rows = composition.matrix.rows.flatMap(({ component, feature, title, cells }) => {
      const cell = cells[composition.engine]
      return component === `plugin ${entry.name}` && cell !== undefined ? [{ feature, title, ...cell }] : []
    })
    const problems = composition.problems.filter(({ severity }) => severity === 'error')
    return { name, config, lacking, rows, effectiveSchema: composition.effectiveSchema ?? null, problems }
  }
}

function caseName(lacking: string[], index: number): string {
  return index === 0 ? 'every feature' : index === 1 ? 'no feature' : `without ${lacking.join(', ')}`
}

function mentionedFeatures(entry: PluginEntry): string[] {
  const names = (entry.taskFeatures ?? []).flatMap(({ calls = [], requires = [] }) => [
    ...calls.map((call) => call.feature),
    ...(Array.isArray(requires) ? requires : requires.anyOf),
  ])
  return [...new Set(names)].sort()
}

function sizeOf({ composition }: KitComposition): number {
  return JSON.stringify(composition.unrestrictedSchema ?? null).length
}
