'use server'

import { redirect } from 'next/navigation'
import { openCatalog, usedEntriesReader, versionsOf } from '@/app/_server/catalog/openCatalog'
import { testReport } from '@/app/_server/catalog/testReport'
import { formData, formText } from '@/app/_server/guard/actionArguments'
import type { Ask } from '@/app/_server/guard/demand'
import { guardedAction } from '@/app/_server/guard/guardedAction'
import { inThread } from '@/app/_server/services/inThread'
import { services } from '@/app/_server/services/services'
import type { EntryState } from '@/app/_ui/forms/actionStates'
import { entryHref } from '@/app/_ui/page/addresses'
import { catalogScope } from '@/lib/auth/permissions'
import type { Problem } from '@/lib/base/problem'
import type { CustomEntry } from '@/lib/catalog/custom/customEntry'
import { addEntry } from '@/lib/registry/entries/addEntry'
import { deleteEntry } from '@/lib/registry/entries/deleteEntry'
import { type EntryKey, entryKeySchema, entryLabel } from '@/lib/registry/entries/entries'

/** milliseconds; the first entry of a thread takes the longest */
const budget = 10_000

/** Checks a text that may be an entry, and adds it to the catalog where the form says so (`intent` is `add`). */
export const submitEntry = guardedAction(
  {
    name: 'submitEntry',
    readers: 'readers',
    limited: 'work',
    refuse: (problem): EntryState => ({ problems: [problem] }),
  },
  [formData],
  checkOrAdd,
)

async function checkOrAdd(ask: Ask, form: FormData): Promise<EntryState> {
  // checking takes the time of this server, so it is for those who are known here
  await ask({ AllOf: [] })
  // a form makes other line ends of those in the text
  const text = formText(form, 'entry').replace(/\r\n?/g, '\n')
  const opened = await openCatalog()
  const done = await inThread('parseEntry', { text }, { opened, lane: 'long', budget })
  const parsed = done.ok ? done.value : done
  if (!parsed.ok) return { problems: parsed.problems }
  const entry = parsed.value
  const tested = await testReport(entry, text, opened)
  if (!tested.ok) return { problems: tested.problems }
  const report = tested.value
  const checked = { label: entryLabel(entry), version: entry.version, title: entry.title, report }
  if (formText(form, 'intent') !== 'add') return { problems: [], checked }
  if (report.contradictions.length > 0) return { problems: [contradictory(checked.label)], checked }
  const twin = opened.entries.find((other) => other.file !== undefined && isSame(other, entry))
  if (twin !== undefined) return { problems: [inFolder(entry)], checked }
  const { who: author } = await ask(catalogScope(entry))
  const { store } = await services()
  const { worker, kind, name, version } = entry
  const key = { worker, kind, name, version }
  const added = await addEntry(store, { ...key, text, author, now: new Date() })
  if (!added.ok) return { problems: added.problems, checked }
  redirect(entryHref(key, version))
}

function isSame(a: Pick<CustomEntry, 'worker' | 'kind' | 'name' | 'version'>, b: CustomEntry): boolean {
  return a.worker === b.worker && a.kind === b.kind && a.name === b.name && a.version === b.version
}

function contradictory(label: string): Problem {
  return {
    code: 'entry-contradictory',
    severity: 'error',
    message: `The ${label} contradicts itself, so tasks that it lets in could meet what their engine lacks. It was not added.`,
    path: '',
    help: 'The test report below says where.',
  }
}

function inFolder(entry: CustomEntry): Problem {
  return {
    code: 'entry-version-exists',
    severity: 'error',
    message: `Version ${entry.version} of ${entryLabel(entry)} is in the catalog folder of the server already.`,
    path: 'version',
    help: 'Versions never change: give this one a higher version.',
  }
}

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
