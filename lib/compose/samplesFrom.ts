import type { Catalog } from '@/lib/catalog/entry'
import { configurations } from './configurations'
import type { Design } from './design'
import { findReferences } from './references'
import { secretReferences } from './secretPlaces'

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
