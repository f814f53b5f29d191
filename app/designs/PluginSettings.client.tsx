'use client'

import { FoldLink } from '@/app/components/FoldLink'
import { FieldEditor } from '@/app/forms/FieldEditor.client'
import { ObjectMembers } from '@/app/forms/ObjectMembers.client'
import { isJsonObject, type JsonValue } from '@/lib/base/json'
import type { Choice } from './designForm'
import { useLatch } from './useLatch.client'

/** The settings of an enabled plugin, folded away where there are only optional ones. */
export function PluginSettings({
  plugin,
  config,
  unavailable,
}: {
  plugin: Choice
  config: JsonValue
  unavailable: ReadonlySet<string>
}) {
  const place = ['plugins', plugin.name]
  const { field } = plugin
  const used = useLatch(isJsonObject(config) && Object.keys(config).length > 0)
  if (field.kind !== 'object' || !isJsonObject(config)) {
    return <FieldEditor field={field} place={place} value={config} required />
  }
  const known = field.members.filter(({ name }) => !unavailable.has(`plugins.${plugin.name}.${name}`))
  if (known.length === 0 && Object.keys(config).length === 0) return null
  const members = <ObjectMembers members={known} place={place} value={config} />
  if (known.some(({ required }) => required)) return members
  return (
    <FoldLink label={<>Settings of {plugin.title}</>} open={used || undefined}>
      <div className="space-y-3">{members}</div>
    </FoldLink>
  )
}
