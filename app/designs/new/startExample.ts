'use server'

import { redirect } from 'next/navigation'
import { editYaml } from '@/app/designs/editYaml'
import { keepNewDesign } from '@/app/designs/keepNewDesign'
import { listExamples } from '@/app/designs/listExamples'
import type { Ask } from '@/app/guard/demand'
import { guardedAction } from '@/app/guard/guardedAction'
import { formData } from '@/app/guard/takes'
import { formText } from '@/app/server/formText'
import { openCatalog } from '@/app/server/openCatalog'
import { services } from '@/app/server/services'
import { parseDesign } from '@/lib/compose/parseDesign'
import { pinVersions } from '@/lib/compose/pinVersions'
import type { StartState } from './startState'

/** Starts a design as a copy of an example, and opens it. */
export const startExample = guardedAction(
  {
    name: 'startExample',
    readers: 'readers',
    limited: 'work',
    refuse: (problem): StartState => ({ problems: [problem] }),
  },
  [formData],
  copyExample,
)

async function copyExample(ask: Ask, form: FormData): Promise<StartState> {
  const name = formText(form, 'example')
  const example = (await listExamples()).find((each) => each.name === name)
  if (example === undefined) {
    return {
      problems: [{ code: 'unknown-example', severity: 'error', message: 'There is no such example.', path: '' }],
    }
  }
  // an example is to be tried with this server
  const { environment } = await services()
  const text = editYaml(example.text, ['rootUrl'], environment.rootUrl)
  const parsed = parseDesign(text)
  const pins = parsed.ok ? pinVersions(parsed.value.design, (await openCatalog()).catalogFor()).catalog : undefined
  const kept = await keepNewDesign(ask, editYaml(text, ['catalog'], pins))
  if (!kept.ok) return { problems: kept.problems }
  redirect(`/designs/${kept.value.id}`)
}
