'use client'

import { createContext, useContext, useState } from 'react'
import type { JsonValue } from '@/lib/base/json'
import type { Problem } from '@/lib/base/problem'
import { type FieldProps, fieldId, type Place } from './field'

/** What every field of a form needs: how to change the document, and what is wrong where. */
interface FormContextValue {
  /** undefined removes the value */
  change: (place: Place, value: JsonValue | undefined) => void
  problemsAt: (place: Place) => Problem[]
  /** the problems of a component that stand at no place within this one */
  problemsOf: (component: string, within: Place) => Problem[]
  /** something within this place is wrong */
  troubleWithin: (place: Place) => boolean
  readOnly: boolean
}

const Context = createContext<FormContextValue | undefined>(undefined)

export const FormProvider = Context.Provider

/** The form that a field is part of. */
export function useForm(): FormContextValue {
  const form = useContext(Context)
  if (form === undefined) throw new Error('a field stands outside of a form')
  return form
}

/** The attributes that every control of a field has: its id, and what describes it. */
export function useControl({ field, place }: Pick<FieldProps, 'field' | 'place'>) {
  const { problemsAt, readOnly } = useForm()
  const id = fieldId(place)
  const problems = problemsAt(place)
  const described = [
    ...(field.description === undefined ? [] : [`${id}-about`]),
    ...(problems.length === 0 ? [] : [`${id}-problems`]),
  ]
  return {
    id,
    disabled: readOnly,
    'aria-invalid': problems.some(({ severity }) => severity === 'error') || undefined,
    'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
  }
}

/** True from the first time that the condition holds: what has opened because of it does not close under the reader's hands. */
export function useLatch(condition: boolean): boolean {
  const [held, setHeld] = useState(condition)
  if (condition && !held) setHeld(true)
  return held
}
