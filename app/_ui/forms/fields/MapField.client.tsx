'use client'

import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/app/_ui/components/Button'
import { inputStyle } from '@/app/_ui/forms/FormField'
import { isJsonObject } from '@/lib/base/json'
import { FieldEditor } from './FieldEditor.client'
import { GroupFrame } from './FieldFrame.client'
import { useForm } from './FormContext.client'
import { type FieldProps, fieldId } from './field'
import { startValue } from './fieldValues'
import { YamlField } from './YamlField.client'

/** Values by names that the admin chooses. */
export function MapField(props: FieldProps<'map'>) {
  const { field, place, value } = props
  const { change, readOnly } = useForm()
  const [name, setName] = useState('')
  if (value !== undefined && !isJsonObject(value)) {
    const { item: _, ...rest } = field
    return <YamlField {...props} field={{ ...rest, kind: 'yaml' }} />
  }
  const entries = Object.entries(value ?? {})
  const taken = entries.some(([key]) => key === name)
  const newId = `${fieldId(place)}-new`
  const add = () => {
    if (name === '' || taken) return
    change([...place, name], startValue(field.item) ?? '')
    setName('')
    requestAnimationFrame(() => document.getElementById(fieldId([...place, name]))?.focus())
  }
  return (
    <GroupFrame {...props}>
      {entries.map(([key, item]) => (
        <div key={key} className="flex items-start gap-2">
          <div className="min-w-0 flex-1">
            <FieldEditor field={{ ...field.item, title: key }} place={[...place, key]} value={item} required />
          </div>
          {!readOnly && (
            <Button
              variant="quiet"
              size="sm"
              aria-label={`Remove ${key}`}
              onClick={() => change([...place, key], undefined)}
            >
              <X aria-hidden />
            </Button>
          )}
        </div>
      ))}
      {!readOnly && (
        <div>
          <div className="flex gap-2">
            <label htmlFor={newId} className="sr-only">
              New name in {field.title}
            </label>
            <input
              id={newId}
              type="text"
              className={inputStyle}
              value={name}
              placeholder="Name"
              spellCheck={false}
              autoComplete="off"
              onChange={(event) => setName(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter') add()
              }}
            />
            <Button onClick={add} disabled={name === '' || taken}>
              <Plus aria-hidden />
              Add
            </Button>
          </div>
          {taken && <p className="mt-1 text-[0.82rem] text-bad">There is already a value with this name.</p>}
        </div>
      )}
    </GroupFrame>
  )
}
