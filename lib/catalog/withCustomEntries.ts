import type { CustomEntry } from './custom/customEntry'
import type { Catalog, WorkerCatalog } from './entry/entry'
import { compareVersions } from './entry/versions'

/**
 * A catalog with further entries, which `parseCustomEntry` has accepted; the given one stays as it is. Of several versions of an entry the one
 * that `pins` names is taken (by label, as in a design: `plugin recordscreen`), else the newest. Entries of unknown workers, and those whose name
 * an entry of the product has, are left out. No entries give the same catalog.
 */
export function withCustomEntries(
  catalog: Catalog,
  entries: readonly CustomEntry[],
  pins: Readonly<Record<string, string>> = {},
): Catalog {
  const workers: Record<string, WorkerCatalog> = { ...catalog.workers }
  for (const [name, worker] of Object.entries(catalog.workers)) {
    const chosen = chooseVersions(
      entries.filter((entry) => entry.worker === name),
      pins,
    ).filter((entry) => !isBuiltIn(entry, worker))
    if (chosen.length === 0) continue
    const engines = chosen.filter((entry) => entry.kind === 'engine').map((entry) => [entry.name, entry] as const)
    const plugins = chosen.filter((entry) => entry.kind === 'plugin').map((entry) => [entry.name, entry] as const)
    const custom = new Set([...(worker.custom ?? []), ...chosen.map((entry) => `${entry.kind} ${entry.name}`)])
    workers[name] = {
      ...worker,
      engines: { ...worker.engines, ...Object.fromEntries(engines) },
      plugins: { ...worker.plugins, ...Object.fromEntries(plugins) },
      custom: [...custom].sort(),
    }
  }
  return Object.keys(workers).some((name) => workers[name] !== catalog.workers[name]) ? { workers } : catalog
}

function chooseVersions(entries: readonly CustomEntry[], pins: Readonly<Record<string, string>>): CustomEntry[] {
  const chosen = new Map<string, CustomEntry>()
  for (const entry of entries) {
    const label = `${entry.kind} ${entry.name}`
    const before = chosen.get(label)
    const pinned = Object.hasOwn(pins, label) ? pins[label] : undefined
    if (before === undefined || entry.version === pinned) chosen.set(label, entry)
    else if (before.version !== pinned && compareVersions(entry.version, before.version) > 0) chosen.set(label, entry)
  }
  return [...chosen.values()]
}

function isBuiltIn({ kind, name }: CustomEntry, worker: WorkerCatalog): boolean {
  const isThere = Object.hasOwn(kind === 'engine' ? worker.engines : worker.plugins, name)
  return isThere && !worker.custom?.includes(`${kind} ${name}`)
}
