import type { EntryKey } from './storedEntry'

/** An entry in words: `plugin recordscreen`. */
export function entryLabel({ kind, name }: Pick<EntryKey, 'kind' | 'name'>): string {
  return `${kind} ${name}`
}

/** An entry in the audit, all its versions together: `entry:taskcluster-worker/plugin/recordscreen`. */
export function entryEntity({ worker, kind, name }: EntryKey): string {
  return `entry:${worker}/${kind}/${name}`
}
