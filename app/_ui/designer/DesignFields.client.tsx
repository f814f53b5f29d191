'use client'

import { useMemo } from 'react'
import { CollapsibleDetail } from '@/app/_ui/components/Collapsible'
import { Panel } from '@/app/_ui/components/Panel'
import { FieldEditor } from '@/app/_ui/forms/fields/FieldEditor.client'
import { useForm, useLatch } from '@/app/_ui/forms/fields/FormContext.client'
import { ObjectMembers } from '@/app/_ui/forms/fields/ObjectField.client'
import { getOwn, isJsonObject, type JsonValue } from '@/lib/base/json'
import type { DesignForm } from './designForm'
import { EnginePicker } from './EnginePicker.client'
import { identityField, samplesField } from './identityField'
import { PluginList } from './PluginList.client'
import { PoolFields } from './PoolFields.client'

/** A pool that the worker cannot have is shown, so that it can be taken out. */
const noPools = { providers: [], members: [] }

/** The whole design as a form. */
export function DesignFields({ form, design }: { form: DesignForm; design: JsonValue }) {
  const root = isJsonObject(design) ? design : {}
  const object = (name: string) => {
    const value = getOwn(root, name)
    return value !== undefined && isJsonObject(value) ? value : {}
  }
  const disabled = getOwn(root, 'disabledPlugins')
  const disabledNames = Array.isArray(disabled) ? disabled.filter((name) => typeof name === 'string') : []
  const engineName = getOwn(object('engine'), 'name')
  const unavailable = useMemo(
    () =>
      new Set<string>(
        typeof engineName === 'string' && Object.hasOwn(form.unavailable, engineName)
          ? form.unavailable[engineName]
          : [],
      ),
    [form, engineName],
  )
  const settingsMembers =
    form.settings.kind === 'object'
      ? form.settings.members.filter(({ name }) => !unavailable.has(`settings.${name}`))
      : []
  const identityMembers = identityField.members.filter(({ name }) => name !== 'workerVersion' || form.versioned)
  const troubled = useLatch(useForm().troubleWithin(['settings']))
  const identity = Object.fromEntries(
    identityMembers.flatMap(({ name }) => {
      const value = getOwn(root, name)
      return value === undefined ? [] : [[name, value] as const]
    }),
  )
  return (
    <div className="space-y-4">
      <Panel title="Worker type">
        <div className="space-y-3">
          <ObjectMembers members={identityMembers} place={[]} value={identity} />
        </div>
      </Panel>
      <Panel title="Engine" note="How a task is sandboxed.">
        <EnginePicker engines={form.engines} engine={object('engine')} />
      </Panel>
      <Panel title="Plugins" note="What a task may use.">
        <PluginList
          plugins={form.plugins}
          enabled={object('plugins')}
          disabled={disabledNames}
          unavailable={unavailable}
        />
      </Panel>
      <Panel title="Worker settings" note="Everything in the worker's configuration that is neither engine nor plugin.">
        <CollapsibleDetail label="Show the settings" open={troubled || undefined}>
          <div className="space-y-3">
            {form.settings.kind === 'object' ? (
              <ObjectMembers members={settingsMembers} place={['settings']} value={object('settings')} />
            ) : (
              <FieldEditor field={form.settings} place={['settings']} value={getOwn(root, 'settings')} required />
            )}
          </div>
        </CollapsibleDetail>
      </Panel>
      {(form.pool !== undefined || Object.hasOwn(root, 'pool')) && (
        <PoolFields form={form.pool ?? noPools} pool={getOwn(root, 'pool')} />
      )}
      <FieldEditor field={samplesField} place={['samples']} value={getOwn(root, 'samples')} required={false} />
    </div>
  )
}
