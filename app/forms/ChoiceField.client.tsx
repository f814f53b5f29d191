'use client'

import { inputStyle } from '@/app/components/inputStyle'
import { FieldFrame } from './FieldFrame.client'
import { useForm } from './FormContext.client'
import type { FieldProps } from './fieldProps'
import { useControl } from './useControl.client'

/** One of a few words. A word that is none of them stays chosen until another one is. */
export function ChoiceField(props: FieldProps<'choice'>) {
  const { field, place, value } = props
  const { change } = useForm()
  const control = useControl(props)
  const chosen = value === undefined ? '' : String(value)
  const known = chosen === '' || field.options.includes(chosen)
  const whenUnset = field.default === undefined ? 'not set' : `not set (${String(field.default)})`
  return (
    <FieldFrame {...props}>
      <select
        {...control}
        className={inputStyle}
        value={chosen}
        onChange={(event) => change(place, event.target.value === '' ? undefined : event.target.value)}
      >
        <option value="">{whenUnset}</option>
        {!known && <option value={chosen}>{chosen} (unknown)</option>}
        {field.options.map((option) => (
          <option key={option} value={option}>
            {option}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}
