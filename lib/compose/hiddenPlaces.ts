import type { Catalog } from '@/lib/catalog/entry'
import { checkSecrets } from './checkSecrets'
import { configurations } from './configurations'
import type { Design } from './design'
import { placePath } from './placePath'

/** Where a design may hold anything, for whoever knows no catalog: every configuration, and the samples. */
export const everyHiddenPlace = ['engine.config', 'plugins', 'otherEngines', 'settings', 'samples']

/**
 * The places of a design whose values are not to be repeated anywhere, in dotted notation: secrets that stand there although a design holds none,
 * and configurations of which the catalog does not say where their secrets are.
 */
export function hiddenPlaces(design: Design, catalog: Catalog): string[] {
  const worker = Object.hasOwn(catalog.workers, design.worker) ? catalog.workers[design.worker] : undefined
  if (worker === undefined) return everyHiddenPlace
  const all = configurations(design, worker)
  const unknown = all.filter(({ schema }) => schema === undefined).map(({ place }) => placePath(place))
  const engine = all.some(({ place }) => place[0] === 'engine') ? [] : ['engine.config']
  return [...checkSecrets(design, worker).map(({ path }) => path), ...unknown, ...engine]
}

/** Whether a place is one of these, or in one of them. */
export function isWithin(path: string, places: readonly string[]): boolean {
  return places.some((place) => path === place || path.startsWith(`${place}.`) || path.startsWith(`${place}[`))
}
