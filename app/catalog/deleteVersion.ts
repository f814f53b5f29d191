'use server'

import { redirect } from 'next/navigation'
import type { Ask } from '@/app/guard/demand'
import { guardedAction } from '@/app/guard/guardedAction'
import { openCatalog } from '@/app/server/openCatalog'
import { services } from '@/app/server/services'
import { usedEntriesReader } from '@/app/server/usedEntriesReader'
import { catalogScope } from '@/lib/auth/permissions'
import type { Problem } from '@/lib/base/problem'
import { deleteEntry } from '@/lib/registry/deleteEntry'
import { type EntryKey, entryKeySchema } from '@/lib/registry/storedEntry'
import { entryHref } from './entryHref'
import { versionsOf } from './versionsOf'

/** Deletes a version of a custom entry that nobody uses. */
export const deleteVersion = guardedAction(
  { name: 'deleteVersion', readers: 'readers', refuse: (problem) => ({ problems: [problem] }) },
  [entryKeySchema],
  deleteAsked,
)

async function deleteAsked(ask: Ask, asked: EntryKey): Promise<{ problems: Problem[] }> {
  const parsed = entryKeySchema.safeParse(asked)
  if (!parsed.success) return { problems: [unknown] }
  const key = parsed.data
  const { who: author } = await ask(catalogScope(key))
  const [{ store }, opened] = await Promise.all([services(), openCatalog()])
  const others = versionsOf(opened, key)
  const elsewhere = others.flatMap(({ file, version }) => (file === undefined ? [] : [version]))
  const deleted = await deleteEntry(store, key, { author, now: new Date(), read: usedEntriesReader(), elsewhere })
  if (!deleted.ok) return { problems: deleted.problems }
  redirect(others.some(({ version }) => version !== key.version) ? entryHref(key) : '/catalog')
}

const unknown: Problem = {
  code: 'unknown-entry',
  severity: 'error',
  message: 'There is no such entry.',
  path: '',
}
