'use client'

import { CollapsibleDetail } from '@/app/_ui/components/Collapsible'
import { FieldEditor } from '@/app/_ui/forms/fields/FieldEditor.client'
import { useForm, useLatch } from '@/app/_ui/forms/fields/FormContext.client'
import { fieldId } from '@/app/_ui/forms/fields/field'
import { ObjectMembers } from '@/app/_ui/forms/fields/ObjectField.client'
import { YamlField } from '@/app/_ui/forms/fields/YamlField.client'
import { getOwn, isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { ComponentProblems } from './ComponentProblems.client'
import type { Choice } from './designForm'

/** The plugins, each with a switch and, when it is on, its settings. */
export function PluginList({
  plugins: all,
  enabled,
  disabled,
  unavailable,
}: {
  plugins: Choice[]
  enabled: JsonObject
  disabled: string[]
  /** what the program of the engine was built without, as `plugins.rdp` and `plugins.d2g.gpus` */
  unavailable: ReadonlySet<string>
}) {
  const { change, readOnly } = useForm()

  const plugins = all.filter(({ name }) => !unavailable.has(`plugins.${name}`) || getOwn(enabled, name) !== undefined)

  // a plugin that was configured keeps its configuration while it is off
  const turn = (plugin: Choice, on: boolean) => {
    const config = getOwn(enabled, plugin.name)
    const label = `plugin ${plugin.name}`
    const others = disabled.filter((name) => name !== plugin.name)
    if (on) {
      if (disabled.length !== others.length) change(['disabledPlugins'], others.length > 0 ? others : undefined)
      if (config !== undefined) return
      change(['plugins', plugin.name], plugin.start)
      change(['catalog', label], plugin.version)
    } else if (config !== undefined && isJsonObject(config) && Object.keys(config).length === 0) {
      change(['plugins', plugin.name], undefined)
      change(['catalog', label], undefined)
    } else {
      change(['disabledPlugins'], [...others, plugin.name])
    }
  }
  const unknown = Object.keys(enabled).filter((name) => !all.some((plugin) => plugin.name === name))
  return (
    <ul className="-my-3 divide-y">
      {plugins.map((plugin) => {
        const config = getOwn(enabled, plugin.name)
        const on = config !== undefined && !disabled.includes(plugin.name)
        const place = ['plugins', plugin.name]
        const about = `${fieldId(place)}-about`
        return (
          <li key={plugin.name} className="py-3">
            <label className="flex items-start gap-2">
              <input
                id={fieldId(place)}
                type="checkbox"
                className="mt-1 size-4 shrink-0 accent-(--accent)"
                checked={on}
                disabled={readOnly}
                aria-describedby={about}
                onChange={(event) => turn(plugin, event.target.checked)}
              />
              <span className="text-sm font-medium">
                {plugin.title} <span className="font-mono text-[0.82rem] font-normal text-ink-soft">{plugin.name}</span>
                {plugin.remark !== undefined && <span className="font-normal text-ink-soft"> · {plugin.remark}</span>}
              </span>
            </label>
            <p id={about} className="ml-6 text-[0.82rem] text-ink-soft">
              {plugin.summary}
              {config !== undefined && !on && ' Off; its settings are kept.'}
            </p>
            {on && (
              <div className="mt-2 ml-6 space-y-3">
                <ComponentProblems component={`plugin ${plugin.name}`} within={place} />
                <PluginSettings plugin={plugin} config={config} unavailable={unavailable} />
              </div>
            )}
          </li>
        )
      })}
      {unknown.map((name) => (
        <li key={name} className="py-3">
          <YamlField
            field={{ kind: 'yaml', title: `${name} (no plugin of this name is known)` }}
            place={['plugins', name]}
            value={getOwn(enabled, name)}
            required={false}
          />
        </li>
      ))}
    </ul>
  )
}

/** The settings of an enabled plugin, folded away where there are only optional ones. */
function PluginSettings({
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
    <CollapsibleDetail label={<>Settings of {plugin.title}</>} open={used || undefined}>
      <div className="space-y-3">{members}</div>
    </CollapsibleDetail>
  )
}
