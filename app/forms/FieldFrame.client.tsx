'use client'

import type { ReactNode } from 'react'
import { InlineCode } from '@/app/results/InlineCode'
import { FieldActions } from './FieldActions.client'
import { FieldProblems } from './FieldProblems.client'
import { fieldId } from './fieldId'
import type { FieldProps } from './fieldProps'

/** Label, explanation, actions and problems around one control, which has the id `fieldId(place)`. */
export function FieldFrame({ actions, children, ...props }: FieldProps & { actions?: ReactNode; children: ReactNode }) {
  const { field, place, required } = props
  const id = fieldId(place)
  return (
    <div className="group/field">
      <div className="flex min-h-7 flex-wrap items-center justify-between gap-x-3">
        <label htmlFor={id} className="text-sm font-medium">
          {field.title}
          {required && <span className="font-normal text-ink-soft"> (required)</span>}
        </label>
        {actions ?? <FieldActions {...props} />}
      </div>
      {children}
      {field.description !== undefined && (
        <p id={`${id}-about`} className="mt-0.5 text-[0.82rem] text-ink-soft">
          <InlineCode text={field.description} />
        </p>
      )}
      <FieldProblems place={place} />
    </div>
  )
}
