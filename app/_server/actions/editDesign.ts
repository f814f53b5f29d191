'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { openCatalog } from '@/app/_server/catalog/openCatalog'
import { designTitle } from '@/app/_server/designs/keepNewDesign'
import { isDraftId } from '@/app/_server/designs/openDesign'
import { formData, formText, idText } from '@/app/_server/guard/actionArguments'
import type { Ask } from '@/app/_server/guard/demand'
import { guardedAction } from '@/app/_server/guard/guardedAction'
import { inThread } from '@/app/_server/services/inThread'
import { services } from '@/app/_server/services/services'
import type { DraftText, SaveAnswer } from '@/app/_ui/forms/actionStates'
import { designScope } from '@/lib/auth/permissions'
import type { Problem } from '@/lib/base/problem'
import { type Draft, deleteDraft, readDraft, saveDraft } from '@/lib/registry/drafts'

/** Saves what was typed, readable or not, if nobody else saved since `revision`. A text that holds a secret stays in the browser. */
export const saveDesign = guardedAction(
  { name: 'saveDesign', readers: 'readers', refuse: refused },
  [idText, formData],
  saveTyped,
)

/** milliseconds; what cannot be looked through for secrets is not saved, so this is much */
const longestLook = 10_000

async function saveTyped(ask: Ask, id: string, form: FormData): Promise<SaveAnswer> {
  // a file, because line ends of other fields are changed on the way
  const file = form.get('document')
  const revision = Number(formText(form, 'revision'))
  if (!isDraftId(id) || !(file instanceof Blob) || !(revision > 0 && revision < 2 ** 31))
    return refuse('The request is not one that this page makes.')
  const document = await file.text()
  await ask({ AllOf: [] })
  const { store } = await services()
  const before = await readDraft(store, id)
  if (before === undefined)
    return refuse('This design has been deleted. Copy your text, and start a new design with it.')
  const texts = { document, before: before.document }
  const report = await inThread('inspectDraft', texts, { opened: await openCatalog(), budget: longestLook })
  if (!report.ok) return { outcome: 'refused', problems: report.problems }
  const title = designTitle(report.value) ?? before.title
  // whoever renames a design takes it from one worker type to another
  const { who: author } = await ask({ AllOf: [before.title, title].map(designScope) })
  const { secrets, changes } = report.value
  if (secrets.length > 0) return { outcome: 'refused', problems: secrets.map(withPlace) }
  const saved = await saveDraft(store, id, {
    title,
    document,
    expectedRevision: revision,
    author,
    now: new Date(),
    changes,
  })
  if (!saved.ok) return { outcome: 'refused', problems: saved.problems }
  if (saved.value.outcome === 'conflict') return { outcome: 'conflict', draft: draftText(saved.value.draft) }
  refresh()
  return { outcome: 'saved', revision: saved.value.draft.revision }
}

/** The form has no marks for what is not saved, so the words say where. */
function withPlace(problem: Problem): Problem {
  const { line, path, message } = problem
  const where = [line === undefined ? '' : `Line ${line}`, path].filter((each) => each !== '').join(', ')
  return { ...problem, message: where === '' ? message : `${where}: ${message}` }
}

function draftText({ document, revision, author, updatedAt }: Draft): DraftText {
  return { document, revision, author, savedAt: updatedAt.toISOString() }
}

function refused(problem: Problem): SaveAnswer {
  return problem.code === 'sign-in-needed' ? { outcome: 'signed-out' } : { outcome: 'refused', problems: [problem] }
}

function refuse(message: string): SaveAnswer {
  return { outcome: 'refused', problems: [{ code: 'not-saved', severity: 'error', message, path: '' }] }
}

/** Deletes a design; registered versions of it stay. */
export const deleteDesign = guardedAction(
  { name: 'deleteDesign', readers: 'readers', refuse: (problem): { problems: Problem[] } => ({ problems: [problem] }) },
  [idText],
  deleteAsked,
)

async function deleteAsked(ask: Ask, id: string): Promise<{ problems: Problem[] }> {
  await ask({ AllOf: [] })
  const { store } = await services()
  const draft = isDraftId(id) ? await readDraft(store, id) : undefined
  if (draft !== undefined) {
    const { who: author } = await ask(designScope(draft.title))
    await deleteDraft(store, draft.id, { author, now: new Date() })
  }
  redirect('/designs')
}
