'use server'

import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { formatDesign } from '@/lib/compose/formatDesign'
import { importConfig } from '@/lib/compose/importConfig'
import { formText } from '../../server/formText'
import { keepNewDesign } from '../keepNewDesign'
import type { StartState } from './startState'

/** Turns a worker's configuration file into a design, and reports what was changed on the way. */
export async function startImport(form: FormData): Promise<StartState> {
  const file = formText(form, 'fileName')
  const imported = importConfig(formText(form, 'config'), {
    catalog: loadCatalog(),
    ...(file === '' ? {} : { file }),
  })
  if (!imported.ok) return { problems: imported.problems }
  const kept = await keepNewDesign(formatDesign(imported.value.design))
  if (!kept.ok) return { problems: kept.problems }
  return { problems: imported.problems, draftId: kept.value.id }
}
