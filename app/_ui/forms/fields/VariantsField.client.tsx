'use client'

import { inputStyle } from '@/app/_ui/forms/FormField'
import { isJsonObject } from '@/lib/base/json'
import { FieldEditor } from './FieldEditor.client'
import { GroupFrame } from './FieldFrame.client'
import { useControl, useForm } from './FormContext.client'
import type { FieldProps } from './field'
import { chosenVariant } from './fieldValues'
import { ObjectMembers } from './ObjectField.client'
import { YamlField } from './YamlField.client'

/** One of several shapes: which one, and its members. Choosing another shape starts a new value. */
export function VariantsField(props: FieldProps<'variants'>) {
  const { field, place, value, required } = props
  const { change } = useForm()
  const control = useControl(props)
  const chosen = chosenVariant(field.variants, value)
  const variant = field.variants[chosen]
  const { variants: _, ...rest } = field
  const choose = (index: number) => change(place, field.variants[index]?.start)
  const shape = `${control.id}-shape`
  const marks = new Set(variant?.marks.filter(({ fixed }) => fixed !== undefined).map(({ name }) => name))
  const own =
    value !== undefined && isJsonObject(value)
      ? Object.fromEntries(Object.entries(value).filter(([name]) => !marks.has(name)))
      : undefined
  return (
    <GroupFrame {...props}>
      <div>
        <label htmlFor={shape} className="sr-only">
          Kind of {field.title}
        </label>
        <select
          {...control}
          id={shape}
          className={inputStyle}
          value={chosen}
          onChange={(event) => choose(Number(event.target.value))}
        >
          {(!required || value === undefined || chosen === -1) && (
            <option value={-1}>{value === undefined ? 'not set' : chosen === -1 ? 'something else' : 'not set'}</option>
          )}
          {field.variants.map(({ title }, index) => (
            <option key={title} value={index}>
              {title}
            </option>
          ))}
        </select>
        {variant?.description !== undefined && (
          <p className="mt-0.5 text-[0.82rem] text-ink-soft">{variant.description}</p>
        )}
      </div>
      {variant?.field.kind === 'object' && <ObjectMembers members={variant.field.members} place={place} value={own} />}
      {variant !== undefined && variant.field.kind !== 'object' && (
        <FieldEditor field={variant.field} place={place} value={value} required={required} />
      )}
      {variant === undefined && value !== undefined && <YamlField {...props} field={{ ...rest, kind: 'yaml' }} />}
    </GroupFrame>
  )
}
