'use client'

import { useRef } from 'react'
import { Panel } from '@/app/_ui/components/Panel'
import { FieldProblems } from '@/app/_ui/forms/fields/FieldFrame.client'
import { useForm } from '@/app/_ui/forms/fields/FormContext.client'
import { fieldId } from '@/app/_ui/forms/fields/field'
import { ObjectMembers } from '@/app/_ui/forms/fields/ObjectField.client'
import { YamlField } from '@/app/_ui/forms/fields/YamlField.client'
import { getOwn, isJsonObject, type JsonValue } from '@/lib/base/json'
import type { PoolForm, ProviderChoice } from './poolForm'

const place = ['pool']

/** Where the workers come from, and what the provider has to be told. What was set for a provider comes back when it is chosen again. */
export function PoolFields({ form, pool }: { form: PoolForm; pool: JsonValue | undefined }) {
  const { change, readOnly } = useForm()
  const kept = useRef(new Map<string, JsonValue>())
  const object = isJsonObject(pool) ? pool : {}
  const name = getOwn(object, 'provider')
  const config = getOwn(object, 'config')
  const chosen = form.providers.find((provider) => provider.name === name)
  const unreadable = pool !== undefined && chosen === undefined

  const keep = () => {
    if (typeof name === 'string' && config !== undefined) kept.current.set(name, config)
  }
  const choose = (next: ProviderChoice) => {
    keep()
    change(place, { ...object, provider: next.name, config: kept.current.get(next.name) ?? next.start })
  }
  const members = Object.fromEntries(Object.entries(object).filter(([key]) => key !== 'provider' && key !== 'config'))
  return (
    <Panel
      title="Worker pool"
      note="Where the workers come from. With it the design makes the files of a pool, and registers it."
    >
      <fieldset id={fieldId([...place, 'provider'])} disabled={readOnly}>
        <legend className="sr-only">Provider</legend>
        <div className="grid gap-2 sm:grid-cols-2">
          <Option
            title="None"
            description="The design is about tasks alone."
            checked={pool === undefined}
            onChoose={() => {
              keep()
              change(place, undefined)
            }}
          />
          {form.providers.map((provider) => (
            <Option
              key={provider.name}
              title={provider.title}
              description={provider.description}
              checked={provider.name === name}
              onChoose={() => choose(provider)}
            />
          ))}
        </div>
      </fieldset>
      <FieldProblems place={place} />
      <FieldProblems place={[...place, 'provider']} />
      {unreadable && (
        <YamlField field={{ kind: 'yaml', title: 'Worker pool' }} place={place} value={pool} required={false} />
      )}
      {chosen !== undefined && (
        <div className="mt-4 space-y-3">
          <ObjectMembers members={chosen.managed ? form.members : []} place={place} value={members} />
          <FieldProblems place={[...place, 'config']} />
          {config === undefined || isJsonObject(config) ? (
            <ObjectMembers members={chosen.members} place={[...place, 'config']} value={config} />
          ) : (
            <YamlField
              field={{ kind: 'yaml', title: `Configuration of ${chosen.title}` }}
              place={[...place, 'config']}
              value={config}
              required
            />
          )}
        </div>
      )}
    </Panel>
  )
}

function Option({
  title,
  description,
  checked,
  onChoose,
}: {
  title: string
  description: string
  checked: boolean
  onChoose: () => void
}) {
  return (
    <label className="flex items-start gap-2 rounded-md border p-2.5 has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-accent">
      <input type="radio" name="provider" className="mt-1 accent-(--accent)" checked={checked} onChange={onChoose} />
      <span className="min-w-0">
        <span className="block text-sm font-medium">{title}</span>
        <span className="block text-[0.82rem] text-ink-soft">{description}</span>
      </span>
    </label>
  )
}
