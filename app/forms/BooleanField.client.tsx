'use client'

import { InlineCode } from '@/app/results/InlineCode'
import { FieldActions } from './FieldActions.client'
import { FieldProblems } from './FieldProblems.client'
import { useForm } from './FormContext.client'
import type { FieldProps } from './fieldProps'
import { useControl } from './useControl.client'

/** A switch. Where nothing is given it shows what the worker does then. */
export function BooleanField(props: FieldProps<'boolean'>) {
  const { field, place, value } = props
  const { change } = useForm()
  const control = useControl(props)
  return (
    <div className="group/field">
      <div className="flex min-h-7 flex-wrap items-center justify-between gap-x-3">
        <label className="flex items-center gap-2 text-sm font-medium">
          <input
            {...control}
            type="checkbox"
            className="size-4 accent-(--accent)"
            checked={(value ?? field.default) === true}
            onChange={(event) => change(place, event.target.checked)}
          />
          {field.title}
        </label>
        <FieldActions {...props} />
      </div>
      {field.description !== undefined && (
        <p id={`${control.id}-about`} className="ml-6 text-[0.82rem] text-ink-soft">
          <InlineCode text={field.description} />
        </p>
      )}
      <FieldProblems place={place} />
    </div>
  )
}
