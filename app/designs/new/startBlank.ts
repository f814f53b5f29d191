'use server'

import { redirect } from 'next/navigation'
import { formatDesign } from '@/lib/compose/formatDesign'
import { pinVersions } from '@/lib/compose/pinVersions'
import { formText } from '../../server/formText'
import { openCatalog } from '../../server/openCatalog'
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
  const { catalogFor } = await openCatalog()
  const kept = await keepNewDesign(formatDesign(pinVersions(design, catalogFor())))
  if (!kept.ok) return { problems: kept.problems }
  redirect(`/designs/${kept.value.id}`)
}
