'use server'

import { redirect } from 'next/navigation'
import { formatDesign } from '@/lib/compose/formatDesign'
import { formText } from '../../server/formText'
import { services } from '../../server/services'
import { blankDesign } from '../blankDesign'
import { keepNewDesign } from '../keepNewDesign'
import type { StartState } from './startState'

/** Starts a design with nothing but a name, and opens it. */
export async function startBlank(form: FormData): Promise<StartState> {
  const { environment } = await services()
  const design = blankDesign(
    formText(form, 'provisionerId').trim(),
    formText(form, 'workerType').trim(),
    environment.rootUrl,
  )
  const kept = await keepNewDesign(formatDesign(design))
  if (!kept.ok) return { problems: kept.problems }
  redirect(`/designs/${kept.value.id}`)
}
