'use client'

import { Braces, Undo2 } from 'lucide-react'
import { Button } from '@/app/components/Button'
import { useForm } from './FormContext.client'
import type { FieldProps } from './fieldProps'

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
