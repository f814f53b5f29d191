'use server'

import { redirect } from 'next/navigation'
import { blankDesign } from '@/app/designs/blankDesign'
import { keepNewDesign } from '@/app/designs/keepNewDesign'
import type { Ask } from '@/app/guard/demand'
import { guardedAction } from '@/app/guard/guardedAction'
import { formData } from '@/app/guard/takes'
import { formText } from '@/app/server/formText'
import { openCatalog } from '@/app/server/openCatalog'
import { services } from '@/app/server/services'
import { formatDesign } from '@/lib/compose/formatDesign'
import { pinVersions } from '@/lib/compose/pinVersions'
import type { StartState } from './startState'

/** Starts a design with nothing but a name, and opens it. */
export const startBlank = guardedAction(
  { name: 'startBlank', readers: 'readers', refuse: (problem): StartState => ({ problems: [problem] }) },
  [formData],
  startEmpty,
)

async function startEmpty(ask: Ask, form: FormData): Promise<StartState> {
  const { environment } = await services()
  const catalog = (await openCatalog()).catalogFor()
  // no name is that long, and what is kept of a longer one is as wrong
  const name = (field: string) => formText(form, field).trim().slice(0, 200)
  const identity = {
    worker: name('worker'),
    provisionerId: name('provisionerId'),
    workerType: name('workerType'),
    rootUrl: environment.rootUrl,
  }
  const design = blankDesign(identity, catalog)
  if (design === undefined) {
    return { problems: [{ code: 'unknown-worker', severity: 'error', message: 'There is no such worker.', path: '' }] }
  }
  const kept = await keepNewDesign(ask, formatDesign(pinVersions(design, catalog)))
  if (!kept.ok) return { problems: kept.problems }
  redirect(`/designs/${kept.value.id}`)
}
