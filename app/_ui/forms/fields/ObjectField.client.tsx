'use client'

import { getOwn, isJsonObject, type JsonObject } from '@/lib/base/json'
import { FieldEditor } from './FieldEditor.client'
import { GroupFrame } from './FieldFrame.client'
import type { FieldProps, Member, Place } from './field'
import { YamlField } from './YamlField.client'

/** An object with known members, in a frame. */
export function ObjectField(props: FieldProps<'object'>) {
  const { field, place, value } = props
  if (value !== undefined && !isJsonObject(value)) {
    const { members: _, ...rest } = field
    return <YamlField {...props} field={{ ...rest, kind: 'yaml' }} />
  }
  return (
    <GroupFrame {...props}>
      <ObjectMembers members={field.members} place={place} value={value} />
    </GroupFrame>
  )
}

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
