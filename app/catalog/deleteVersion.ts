'use server'

import { redirect } from 'next/navigation'
import type { Problem } from '@/lib/base/problem'
import { deleteEntry } from '@/lib/registry/deleteEntry'
import { type EntryKey, entryKeySchema } from '@/lib/registry/storedEntry'
import { currentSession } from '../server/currentSession'
import { openCatalog } from '../server/openCatalog'
import { services } from '../server/services'
import { signInNeeded } from '../server/signInNeeded'
import { entryHref } from './entryHref'
import { versionsOf } from './versionsOf'

/** Deletes a version of a custom entry that nobody uses. */
export async function deleteVersion(asked: EntryKey): Promise<{ problems: Problem[] }> {
  const session = await currentSession()
  if (session === undefined) return { problems: [signInNeeded] }
  const parsed = entryKeySchema.safeParse(asked)
  if (!parsed.success) return { problems: [unknown] }
  const key = parsed.data
  const [{ store }, opened] = await Promise.all([services(), openCatalog()])
  const others = versionsOf(opened, key)
  const elsewhere = others.flatMap(({ file, version }) => (file === undefined ? [] : [version]))
  const deleted = await deleteEntry(store, key, { author: session.clientId, now: new Date(), elsewhere })
  if (!deleted.ok) return { problems: deleted.problems }
  redirect(others.some(({ version }) => version !== key.version) ? entryHref(key) : '/catalog')
}

const unknown: Problem = {
  code: 'unknown-entry',
  severity: 'error',
  message: 'There is no such entry.',
  path: '',
}
