'use server'

import { refresh } from 'next/cache'
import { designTitle } from '@/app/designs/designTitle'
import type { DraftText, SaveAnswer } from '@/app/designs/draftState'
import { isDraftId } from '@/app/designs/isDraftId'
import type { Ask } from '@/app/guard/demand'
import { guardedAction } from '@/app/guard/guardedAction'
import { formData, idText } from '@/app/guard/takes'
import { formText } from '@/app/server/formText'
import { inThread } from '@/app/server/inThread'
import { openCatalog } from '@/app/server/openCatalog'
import { services } from '@/app/server/services'
import { designScope } from '@/lib/auth/permissions'
import type { Problem } from '@/lib/base/problem'
import type { Draft } from '@/lib/registry/draft'
import { readDraft } from '@/lib/registry/readDraft'
import { saveDraft } from '@/lib/registry/saveDraft'

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
