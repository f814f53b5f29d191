'use client'

import { InlineCode } from '@/app/_ui/components/Code'
import { inputStyle } from '@/app/_ui/forms/FormField'
import { isJsonObject, type JsonValue } from '@/lib/base/json'
import { FieldActions, FieldFrame, FieldProblems } from './FieldFrame.client'
import { useControl, useForm } from './FormContext.client'
import type { FieldProps } from './field'

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
