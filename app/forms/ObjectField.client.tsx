'use client'

import { isJsonObject } from '@/lib/base/json'
import type { FieldProps } from './fieldProps'
import { GroupFrame } from './GroupFrame.client'
import { ObjectMembers } from './ObjectMembers.client'
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
