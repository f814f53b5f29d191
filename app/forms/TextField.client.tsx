'use client'

import { inputStyle } from '@/app/components/inputStyle'
import { isJsonObject, type JsonValue } from '@/lib/base/json'
import { FieldFrame } from './FieldFrame.client'
import { useForm } from './FormContext.client'
import type { FieldProps } from './fieldProps'
import { useControl } from './useControl.client'

/** Text and numbers. What is no number is kept as text, and told as a problem, rather than lost. */
export function TextField(props: FieldProps<'text' | 'number'>) {
  const { field, place, value, required } = props
  const { change } = useForm()
  const control = useControl(props)
  const numeric = field.kind === 'number' || field.orInteger === true
  const enter = (text: string) => {
    if (text === '') change(place, required && field.kind === 'text' && !field.orInteger ? '' : undefined)
    else change(place, numeric ? asNumber(text, field.kind === 'number' && !field.integer) : text)
  }
  const shown = shownText(value)
  const shared = {
    ...control,
    value: shown,
    className: inputStyle,
    placeholder: field.default === undefined ? undefined : `${shownText(field.default)} (default)`,
  }
  return (
    <FieldFrame {...props}>
      {shown.includes('\n') ? (
        <textarea {...shared} rows={6} spellCheck={false} onChange={(event) => enter(event.target.value)} />
      ) : (
        <input
          {...shared}
          type="text"
          inputMode={field.kind === 'number' ? 'numeric' : field.format === 'uri' ? 'url' : undefined}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => enter(event.target.value)}
        />
      )}
    </FieldFrame>
  )
}

function asNumber(text: string, fraction: boolean): JsonValue {
  const number = Number(text)
  if (/^-?(0|[1-9]\d*)$/.test(text) && Number.isSafeInteger(number)) return number
  return fraction && /^-?\d+\.\d*[1-9]$/.test(text) ? number : text
}

function shownText(value: JsonValue | undefined): string {
  if (value === undefined || value === null) return ''
  return Array.isArray(value) || isJsonObject(value) ? JSON.stringify(value) : String(value)
}
