import { equalJson, type JsonValue } from '@/lib/base/json'
import type { Problem } from '@/lib/base/problem'
import type { Catalog, WorkerCatalog } from '@/lib/catalog/entry/entry'
import { applySamples } from '@/lib/compose/design/applySamples'
import { configurations } from '@/lib/compose/design/configurations'
import type { Design } from '@/lib/compose/design/design'
import { placePath, valueAt } from '@/lib/compose/design/places'
import { findReferences, isSecretReference } from '@/lib/compose/design/references'
import { secretPlaces } from './secretPlaces'

type Place = (string | number)[]

/** An error for each secret that a design holds, in a configuration, as a sample or in its pool: it takes only references to them. */
export function checkSecrets(design: Design, worker: WorkerCatalog): Problem[] {
  const inPool = secretPlaces(undefined, design.pool ?? null).map((inner) =>
    secretHeld(['pool', ...inner], `worker ${worker.worker.name}`),
  )
  return [...inConfigurations(design, worker), ...inPool]
}

function inConfigurations(design: Design, worker: WorkerCatalog): Problem[] {
  return configurations(design, worker).flatMap(({ schema, config, place, label }) => {
    const sampled = applySamples(config, design.samples, place, [])
    return secretPlaces(schema, sampled).flatMap((inner) => {
      const value = valueAt(sampled, inner)
      if (isSecretReference(value)) return []
      const sample = equalJson(valueAt(config, inner), value) ? undefined : sampleAt(config, inner)
      return [secretHeld(sample === undefined ? [...place, ...inner] : ['samples', sample], label)]
    })
  })
}

/** The variable whose sample stands at a place, or around it. */
function sampleAt(config: JsonValue, inner: Place): string | undefined {
  const around = findReferences(config).find(({ place }) => place.every((segment, index) => segment === inner[index]))
  return typeof around?.reference.$env === 'string' ? around.reference.$env : undefined
}

function secretHeld(place: Place, component: string): Problem {
  const isSample = place[0] === 'samples'
  if (place[0] === 'pool') {
    return {
      code: 'secret-in-design',
      severity: 'error',
      message: 'This is a secret, and a design holds none.',
      path: placePath(place),
      component,
      help: 'Take it out. Worker-runner merges in the secret `worker-pool:<pool>` of the deployment.',
    }
  }
  // The worker reads secrets with its credentials.
  const isCredential = place[0] === 'settings' && place[1] === 'credentials'
  return {
    code: 'secret-in-design',
    severity: 'error',
    message: isSample
      ? 'This sample stands for a secret, and a design holds none.'
      : 'This is a secret, and a design holds none.',
    path: placePath(place),
    component,
    help: isSample
      ? 'Leave it out: composing takes secrets as set.'
      : `Write a reference instead: {$env: NAME}${isCredential ? '' : ', or {$secret: NAME, key: KEY}'}.`,
  }
}

/** Where a design may hold anything, for whoever knows no catalog: every configuration, and the samples. */
const everyHiddenPlace = ['engine.config', 'plugins', 'otherEngines', 'settings', 'samples']

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
