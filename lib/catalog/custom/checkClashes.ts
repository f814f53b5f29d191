import { isJsonObject, type JsonObject } from '@/lib/base/json'
import type { CatalogEntry, WorkerCatalog } from '@/lib/catalog/entry/entry'
import { payloadProperties } from '@/lib/catalog/template/payloadProperties'
import type { CustomEntry, Finding } from './customEntry'

/** Names that mean something else in the configuration of a worker. */
const reserved = ['constructor', 'disabled', 'manager', 'worker']
const longestName = 64

/**
 * Whether the name of a custom entry is free. One that comes with the product is taken; another custom entry of the same name is an earlier
 * version of this one.
 */
export function checkName(entry: CustomEntry, catalog: WorkerCatalog): Finding[] {
  const { kind, name } = entry
  const place = ['name']
  if (reserved.includes(name)) {
    return [
      {
        code: 'name-reserved',
        place,
        message: `The name ${name} means something else to a worker.`,
        help: 'Choose another name.',
      },
    ]
  }
  if (name.length > longestName) return [{ place, message: `A name has at most ${longestName} characters.` }]
  const isThere = Object.hasOwn(kind === 'engine' ? catalog.engines : catalog.plugins, name)
  if (!isThere || catalog.custom?.includes(`${kind} ${name}`)) return []
  const message = `There is ${kind === 'engine' ? 'an engine' : 'a plugin'} called ${name} already, which comes with the product.`
  return [{ code: 'name-taken', place, message, help: 'Choose another name.' }]
}

/**
 * Payload properties that somebody else declares. A plugin meets every engine and every plugin; an engine meets the plugins, since only one engine
 * runs at a time. `parts` are the rendered payload parts of the entry.
 */
export function checkProperties(entry: CustomEntry, parts: readonly JsonObject[], catalog: WorkerCatalog): Finding[] {
  const own = new Set(parts.flatMap(({ properties }) => (isJsonObject(properties) ? Object.keys(properties) : [])))
  const others: CatalogEntry[] = [
    catalog.worker,
    ...Object.values(catalog.plugins),
    ...(entry.kind === 'plugin' ? Object.values(catalog.engines) : []),
  ].filter((other) => other.kind !== entry.kind || other.name !== entry.name)
  const owners = new Map<string, string[]>()
  for (const other of others) {
    for (const property of payloadProperties(other)) {
      if (own.has(property)) owners.set(property, [...(owners.get(property) ?? []), `${other.kind} ${other.name}`])
    }
  }
  return [...owners].map(([property, names]) => ({
    code: 'property-taken',
    place: ['payloadSchema', 'properties', property],
    message: `The payload property ${property} belongs to ${names.join(', ')}.`,
    help: 'Choose another name for it: a worker refuses to start with a property declared twice.',
  }))
}
