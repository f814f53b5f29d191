'use client'

import { createContext, useContext } from 'react'
import type { Place } from '@/app/designs/place'
import type { JsonValue } from '@/lib/base/json'
import type { Problem } from '@/lib/base/problem'

/** What every field of a form needs: how to change the document, and what is wrong where. */
export interface FormContextValue {
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
