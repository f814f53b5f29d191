'use client'

import type { ReactNode } from 'react'
import { InlineCode } from '@/app/results/InlineCode'
import { FieldActions } from './FieldActions.client'
import { FieldProblems } from './FieldProblems.client'
import { fieldId } from './fieldId'
import type { FieldProps } from './fieldProps'

/** Title, explanation, actions and problems around several controls. */
export function GroupFrame({ children, ...props }: FieldProps & { children: ReactNode }) {
  const { field, place, required } = props
  const id = fieldId(place)
  return (
    <fieldset id={id} tabIndex={-1} className="min-w-0 rounded-md border p-3">
      <legend className="px-1 text-sm font-medium">
        {field.title}
        {required && <span className="font-normal text-ink-soft"> (required)</span>}
      </legend>
      <div className="group/field -mt-1 flex flex-wrap items-start justify-between gap-x-3">
        <p className="max-w-prose flex-1 text-[0.82rem] text-ink-soft">
          {field.description !== undefined && <InlineCode text={field.description} />}
        </p>
        <FieldActions {...props} />
      </div>
      <FieldProblems place={place} />
      <div className="mt-2 space-y-3">{children}</div>
    </fieldset>
  )
}
