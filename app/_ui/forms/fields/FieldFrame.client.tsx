'use client'

import { Braces, Info, OctagonX, TriangleAlert, Undo2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '@/app/_ui/components/Button'
import { InlineCode } from '@/app/_ui/components/Code'
import { classNames } from '@/app/_ui/components/classNames'
import { useForm } from './FormContext.client'
import { type FieldProps, fieldId, type Place } from './field'

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

/**
 * What can be done with any value: leave it to the worker where it runs, or take it out of the document. Shown where the pointer or the
 * focus is, and always where there is no pointer, so that a form is not full of them.
 */
export function FieldActions({ field, place, value, required }: FieldProps) {
  const { change, readOnly } = useForm()
  if (readOnly) return null
  const unsettable = value !== undefined && value !== '' && !required
  return (
    <span className="flex opacity-0 group-focus-within/field:opacity-100 group-hover/field:opacity-100 pointer-coarse:opacity-100">
      {unsettable && (
        <Button variant="quiet" size="sm" onClick={() => change(place, undefined)} aria-label={`Unset ${field.title}`}>
          <Undo2 aria-hidden />
          Unset
        </Button>
      )}
      {!field.literal && (
        <Button
          variant="quiet"
          size="sm"
          onClick={() => change(place, { $env: '', ...referenceType(field) })}
          aria-label={`Take ${field.title} from the environment of the worker`}
        >
          <Braces aria-hidden />
          $env
        </Button>
      )}
    </span>
  )
}

/** The type that a variable of the environment is read as, where text is not it. */
function referenceType(field: FieldProps['field']): { type?: string } {
  switch (field.kind) {
    case 'number':
      return { type: 'number' }
    case 'boolean':
      return { type: 'bool' }
    case 'list':
      return field.item.kind === 'text' ? { type: 'list' } : { type: 'json' }
    case 'map':
    case 'object':
    case 'yaml':
      return { type: 'json' }
    default:
      return {}
  }
}

const looks = {
  error: { icon: OctagonX, ink: 'text-bad', word: 'Error' },
  warning: { icon: TriangleAlert, ink: 'text-warn', word: 'Warning' },
  notice: { icon: Info, ink: 'text-ink-soft', word: 'Notice' },
}

/** What is wrong with, or to be known of, the value at exactly this place. */
export function FieldProblems({ place }: { place: Place }) {
  const problems = useForm().problemsAt(place)
  if (problems.length === 0) return null
  return (
    <ul id={`${fieldId(place)}-problems`} className="mt-1 space-y-0.5 text-[0.82rem]">
      {problems.map(({ code, severity, message, help }) => {
        const { icon: Icon, ink, word } = looks[severity]
        return (
          <li key={`${code} ${message}`} className={classNames('flex gap-1', ink)}>
            <Icon aria-hidden className="mt-0.5 size-3.5 shrink-0" />
            <span>
              <span className="sr-only">{word}: </span>
              <InlineCode text={[message, help].filter(Boolean).join(' ')} />
            </span>
          </li>
        )
      })}
    </ul>
  )
}
