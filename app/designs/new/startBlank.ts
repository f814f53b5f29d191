'use server'

import { redirect } from 'next/navigation'
import { formatDesign } from '@/lib/compose/formatDesign'
import { pinVersions } from '@/lib/compose/pinVersions'
import type { Ask } from '../../guard/demand'
import { guardedAction } from '../../guard/guardedAction'
import { formData } from '../../guard/takes'
import { formText } from '../../server/formText'
import { openCatalog } from '../../server/openCatalog'
import { services } from '../../server/services'
import { blankDesign } from '../blankDesign'
import { keepNewDesign } from '../keepNewDesign'
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
