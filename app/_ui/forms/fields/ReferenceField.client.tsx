'use client'

import { Pencil, Undo2 } from 'lucide-react'
import { Button } from '@/app/_ui/components/Button'
import { inputStyle } from '@/app/_ui/forms/FormField'
import { getOwn, type JsonObject } from '@/lib/base/json'
import { FieldFrame } from './FieldFrame.client'
import { useControl, useForm } from './FormContext.client'
import type { FieldProps } from './field'
import { asReference } from './fieldValues'
import { YamlField } from './YamlField.client'

const types = { string: 'text', number: 'number', bool: 'true or false', list: 'list, split at spaces', json: 'JSON' }

/** A value that is known only where the worker runs. Secrets have no other form: what is typed is a name, not the secret. */
export function ReferenceField(props: FieldProps) {
  const { field, place, value, required } = props
  const { change, readOnly } = useForm()
  const control = useControl(props)
  const reference = asReference(value) ?? (field.secret ? {} : undefined)
  if (
    reference === undefined ||
    Object.keys(reference).some((key) => !['$env', 'type', '$secret', 'key'].includes(key))
  ) {
    return <YamlField {...props} field={{ kind: 'yaml', title: field.title, description: field.description }} />
  }
  const stored = Object.hasOwn(reference, '$secret')
  const set = (next: JsonObject) => change(place, next)
  const literal = field.secret && value !== undefined && asReference(value) === undefined && value !== ''

  const actions = !readOnly && (
    <span className="flex gap-1">
      {value !== undefined && !required && (
        <Button variant="quiet" size="sm" onClick={() => change(place, undefined)} aria-label={`Unset ${field.title}`}>
          <Undo2 aria-hidden />
          Unset
        </Button>
      )}
      {!field.secret && (
        <Button
          variant="quiet"
          size="sm"
          onClick={() => change(place, field.default)}
          aria-label={`Give a value for ${field.title} here`}
        >
          <Pencil aria-hidden />
          Value
        </Button>
      )}
    </span>
  )
  return (
    <FieldFrame {...props} actions={actions}>
      {literal && (
        <p className="mb-1 text-[0.82rem] text-bad">
          The document holds a secret in plain text. Name the place that it comes from instead.
        </p>
      )}
      <div className="grid gap-2 sm:grid-cols-[auto_minmax(0,1fr)_auto]">
        <select
          aria-label={`Where ${field.title} comes from`}
          className={inputStyle}
          disabled={readOnly}
          value={stored ? '$secret' : '$env'}
          onChange={(event) =>
            set(
              event.target.value === '$env'
                ? { $env: text(reference, '$secret') }
                : { $secret: text(reference, '$env'), key: '' },
            )
          }
        >
          <option value="$env">environment</option>
          <option value="$secret">Taskcluster secret</option>
        </select>
        <input
          {...control}
          type="text"
          className={`${inputStyle} font-mono`}
          placeholder={stored ? 'name of the secret' : 'NAME_OF_VARIABLE'}
          spellCheck={false}
          autoComplete="off"
          value={text(reference, stored ? '$secret' : '$env')}
          onChange={(event) =>
            set(stored ? { ...reference, $secret: event.target.value } : { ...reference, $env: event.target.value })
          }
        />
        {stored ? (
          <input
            aria-label={`Key in the secret for ${field.title}`}
            type="text"
            className={`${inputStyle} font-mono`}
            placeholder="key"
            disabled={readOnly}
            spellCheck={false}
            autoComplete="off"
            value={text(reference, 'key')}
            onChange={(event) => set({ ...reference, key: event.target.value })}
          />
        ) : (
          <select
            aria-label={`How ${field.title} is read`}
            className={inputStyle}
            disabled={readOnly}
            value={text(reference, 'type') || 'string'}
            onChange={(event) => {
              const { type: _, ...rest } = reference
              set(event.target.value === 'string' ? rest : { ...rest, type: event.target.value })
            }}
          >
            {Object.entries(types).map(([type, words]) => (
              <option key={type} value={type}>
                {words}
              </option>
            ))}
          </select>
        )}
      </div>
    </FieldFrame>
  )
}

function text(reference: JsonObject, key: string): string {
  const value = getOwn(reference, key)
  return typeof value === 'string' ? value : ''
}
