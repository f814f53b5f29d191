'use server'

import { redirect } from 'next/navigation'
import { parseDesign } from '@/lib/compose/parseDesign'
import { pinVersions } from '@/lib/compose/pinVersions'
import type { Ask } from '../../guard/demand'
import { guardedAction } from '../../guard/guardedAction'
import { formData } from '../../guard/takes'
import { formText } from '../../server/formText'
import { openCatalog } from '../../server/openCatalog'
import { services } from '../../server/services'
import { editYaml } from '../editYaml'
import { keepNewDesign } from '../keepNewDesign'
import { listExamples } from '../listExamples'
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
