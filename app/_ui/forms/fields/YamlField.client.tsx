'use client'

import { useState } from 'react'
import { stringify } from 'yaml'
import { inputStyle } from '@/app/_ui/forms/FormField'
import { equalJson, type JsonValue } from '@/lib/base/json'
import { FieldFrame } from './FieldFrame.client'
import { useControl, useForm } from './FormContext.client'
import type { FieldProps } from './field'
import { readYamlValue } from './fieldValues'

/** Any value as YAML. Text that is not readable yet stays here and is not passed on. */
export function YamlField(props: FieldProps<'yaml'>) {
  const { place, value } = props
  const { change } = useForm()
  const control = useControl(props)
  const [typed, setTyped] = useState<{ text: string; means: JsonValue | undefined }>()
  const current = typed !== undefined && same(typed.means, value) ? typed.text : shownYaml(value)
  const read = current.trim() === '' ? undefined : readYamlValue(current)
  const enter = (text: string) => {
    const result = text.trim() === '' ? { value: undefined } : readYamlValue(text)
    if ('message' in result) setTyped({ text, means: value })
    else {
      setTyped({ text, means: result.value })
      change(place, result.value)
    }
  }
  return (
    <FieldFrame {...props}>
      <textarea
        {...control}
        className={`${inputStyle} font-mono`}
        rows={Math.min(14, Math.max(2, current.split('\n').length))}
        spellCheck={false}
        value={current}
        onChange={(event) => enter(event.target.value)}
      />
      {read !== undefined && 'message' in read && (
        <p className="mt-1 text-[0.82rem] text-bad">
          Not readable yet, line {read.line}: {read.message}
        </p>
      )}
    </FieldFrame>
  )
}

function same(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  return a === undefined || b === undefined ? a === b : equalJson(a, b)
}

function shownYaml(value: JsonValue | undefined): string {
  return value === undefined ? '' : stringify(value, { lineWidth: 0 }).trimEnd()
}
