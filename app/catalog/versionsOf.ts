import type { KnownEntry, OpenedCatalog } from '@/app/server/openCatalog'
import { compareVersions } from '@/lib/catalog/compareVersions'
import type { EntryKey } from '@/lib/registry/storedEntry'

/** All versions of one custom entry, the newest first. */
export function versionsOf(
  { entries }: OpenedCatalog,
  { worker, kind, name }: Omit<EntryKey, 'version' | 'kind'> & { kind: string },
): KnownEntry[] {
  return entries
    .filter((entry) => entry.worker === worker && entry.kind === kind && entry.name === name)
    .sort((a, b) => compareVersions(b.version, a.version))
}
