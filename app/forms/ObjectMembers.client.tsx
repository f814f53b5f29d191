'use client'

import type { Place } from '@/app/designs/place'
import { getOwn, type JsonObject } from '@/lib/base/json'
import { FieldEditor } from './FieldEditor.client'
import type { Member } from './field'
import { YamlField } from './YamlField.client'

/** The fields of an object's members; what is in the document beside them is shown too, so that it can be taken out. */
export function ObjectMembers({
  members,
  place,
  value,
}: {
  members: Member[]
  place: Place
  value: JsonObject | undefined
}) {
  const known = new Set(members.map(({ name }) => name))
  const others = Object.keys(value ?? {}).filter((name) => !known.has(name))
  return (
    <>
      {members.map(({ name, field, required }) => (
        <FieldEditor
          key={name}
          field={field}
          place={[...place, name]}
          value={value && getOwn(value, name)}
          required={required}
        />
      ))}
      {others.map((name) => (
        <YamlField
          key={name}
          field={{ kind: 'yaml', title: `${name} (not asked for here)` }}
          place={[...place, name]}
          value={value && getOwn(value, name)}
          required={false}
        />
      ))}
    </>
  )
}
