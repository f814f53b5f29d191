'use client'

import { Plus, X } from 'lucide-react'
import { Button } from '@/app/_ui/components/Button'
import { FieldEditor } from './FieldEditor.client'
import { GroupFrame } from './FieldFrame.client'
import { useForm } from './FormContext.client'
import { type Field, type FieldProps, fieldId } from './field'
import { startValue } from './fieldValues'
import { YamlField } from './YamlField.client'

/** A list, one field an item. */
export function ListField(props: FieldProps<'list'>) {
  const { field, place, value, required } = props
  const { change, readOnly } = useForm()
  if (value !== undefined && !Array.isArray(value)) {
    const { item: _, ...rest } = field
    return <YamlField {...props} field={{ ...rest, kind: 'yaml' }} />
  }
  const items = value ?? []
  const replace = (next: typeof items) => change(place, next.length === 0 && !required ? undefined : next)
  const add = () => {
    replace([...items, startValue(field.item) ?? ''])
    requestAnimationFrame(() => document.getElementById(fieldId([...place, items.length]))?.focus())
  }
  return (
    <GroupFrame {...props}>
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: items have no names; their values come from the document
        <div key={index} className="flex items-start gap-2">
          <div className="min-w-0 flex-1">
            <FieldEditor field={numbered(field.item, index)} place={[...place, index]} value={item} required />
          </div>
          {!readOnly && (
            <Button
              variant="quiet"
              size="sm"
              aria-label={`Remove ${numbered(field.item, index).title}`}
              onClick={() => replace(items.filter((_, other) => other !== index))}
            >
              <X aria-hidden />
            </Button>
          )}
        </div>
      ))}
      {!readOnly && (
        <Button size="sm" onClick={add}>
          <Plus aria-hidden />
          Add {field.item.title.toLowerCase()}
        </Button>
      )}
    </GroupFrame>
  )
}

function numbered(item: Field, index: number): Field {
  return { ...item, title: `${item.title} ${index + 1}` }
}
