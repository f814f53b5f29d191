'use client'

import { useRef } from 'react'
import { FieldProblems } from '@/app/_ui/forms/fields/FieldFrame.client'
import { useForm } from '@/app/_ui/forms/fields/FormContext.client'
import { fieldId } from '@/app/_ui/forms/fields/field'
import { ObjectMembers } from '@/app/_ui/forms/fields/ObjectField.client'
import { YamlField } from '@/app/_ui/forms/fields/YamlField.client'
import { getOwn, isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { ComponentProblems } from './ComponentProblems.client'
import type { Choice } from './designForm'

/** One engine out of all, and its configuration. What was set for an engine comes back when it is chosen again. */
export function EnginePicker({ engines, engine }: { engines: Choice[]; engine: JsonObject }) {
  const { change, readOnly } = useForm()
  const kept = useRef(new Map<string, JsonValue>())
  const name = getOwn(engine, 'name')
  const config = getOwn(engine, 'config')
  const chosen = engines.find((choice) => choice.name === name)

  const choose = (next: Choice) => {
    if (typeof name === 'string' && config !== undefined) kept.current.set(name, config)
    change(['engine'], { ...engine, name: next.name, config: kept.current.get(next.name) ?? next.start })
    if (typeof name === 'string') change(['catalog', `engine ${name}`], undefined)
    change(['catalog', `engine ${next.name}`], next.version)
  }
  return (
    <>
      <fieldset id={fieldId(['engine', 'name'])} disabled={readOnly}>
        <legend className="sr-only">Engine</legend>
        <div className="grid gap-2 sm:grid-cols-2">
          {engines.map((choice) => (
            <label
              key={choice.name}
              className="flex items-start gap-2 rounded-md border p-2.5 has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-accent"
            >
              <input
                type="radio"
                name="engine"
                className="mt-1 accent-(--accent)"
                checked={choice.name === name}
                onChange={() => choose(choice)}
              />
              <span className="min-w-0">
                <span className="block text-sm font-medium">{choice.title}</span>
                <span className="block text-[0.82rem] text-ink-soft">{choice.summary}</span>
                <span className="block text-[0.82rem] text-ink-soft">{choice.remark}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <FieldProblems place={['engine', 'name']} />
      {chosen === undefined && (
        <YamlField field={{ kind: 'yaml', title: 'Engine' }} place={['engine']} value={engine} required />
      )}
      {chosen !== undefined && (
        <div className="mt-4 space-y-3">
          <ComponentProblems component={`engine ${chosen.name}`} within={['engine', 'config']} />
          {chosen.field.kind === 'object' && (config === undefined || isJsonObject(config)) ? (
            <ObjectMembers members={chosen.field.members} place={['engine', 'config']} value={config} />
          ) : (
            <YamlField
              field={{ kind: 'yaml', title: `Configuration of ${chosen.title}` }}
              place={['engine', 'config']}
              value={config}
              required
            />
          )}
        </div>
      )}
    </>
  )
}
