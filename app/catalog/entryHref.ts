import type { EntryKey } from '@/lib/registry/storedEntry'

/** The address of the page of an entry, or of one version of it. */
export function entryHref({ worker, kind, name }: Omit<EntryKey, 'version'>, version?: string): string {
  const page = `/catalog/${[worker, kind, name].map(encodeURIComponent).join('/')}`
  return version === undefined ? page : `${page}?version=${encodeURIComponent(version)}`
}
