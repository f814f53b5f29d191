'use server'

import { redirect } from 'next/navigation'
import { formText } from '../../server/formText'
import { keepNewDesign } from '../keepNewDesign'
import { listExamples } from '../listExamples'
import type { StartState } from './startState'

/** Starts a design as a copy of an example, and opens it. */
export async function startExample(_before: StartState, form: FormData): Promise<StartState> {
  const name = formText(form, 'example')
  const example = (await listExamples()).find((each) => each.name === name)
  if (example === undefined) {
    return {
      problems: [{ code: 'unknown-example', severity: 'error', message: 'There is no such example.', path: '' }],
    }
  }
  const kept = await keepNewDesign(example.text)
  if (!kept.ok) return { problems: kept.problems }
  redirect(`/designs/${kept.value.id}`)
}
