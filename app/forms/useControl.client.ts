'use client'

import { useForm } from './FormContext.client'
import { fieldId } from './fieldId'
import type { FieldProps } from './fieldProps'

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
