'use client'

import { useState } from 'react'
import { Button, ButtonLink } from '@/app/_ui/components/Button'
import { Message } from '@/app/_ui/components/Message'
import { ProblemList, Problems } from '@/app/_ui/components/Problems'
import type { StartState } from '@/app/_ui/forms/actionStates'
import { FormField, inputStyle } from '@/app/_ui/forms/FormField'
import { TextOrFile } from '@/app/_ui/forms/TextOrFile.client'
import { useFormAction } from '@/app/_ui/forms/useFormAction.client'

/** A design with nothing but a name. */
export function BlankStart({
  workers,
  start,
  disabled,
}: {
  workers: { name: string; summary: string }[]
  start: (form: FormData) => Promise<StartState>
  disabled: boolean
}) {
  const [worker, setWorker] = useState(workers[0]?.name ?? '')
  const [provisionerId, setProvisionerId] = useState('')
  const [workerType, setWorkerType] = useState('')
  const [state, action, pending] = useFormAction(start, { problems: [] })
  return (
    <form action={action} className="space-y-3">
      <Problems problems={state.problems} />
      <FormField id="worker" label="Worker program" description={workers.find(({ name }) => name === worker)?.summary}>
        <select
          id="worker"
          name="worker"
          value={worker}
          onChange={(event) => setWorker(event.target.value)}
          className={inputStyle}
        >
          {workers.map(({ name }) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </FormField>
      <div className="grid gap-3 sm:grid-cols-2">
        <FormField id="provisionerId" label="Provisioner id">
          <input
            id="provisionerId"
            name="provisionerId"
            required
            value={provisionerId}
            onChange={(event) => setProvisionerId(event.target.value)}
            maxLength={38}
            className={inputStyle}
            spellCheck={false}
          />
        </FormField>
        <FormField id="workerType" label="Worker type">
          <input
            id="workerType"
            name="workerType"
            required
            value={workerType}
            onChange={(event) => setWorkerType(event.target.value)}
            maxLength={38}
            className={inputStyle}
            spellCheck={false}
          />
        </FormField>
      </div>
      <Button type="submit" variant="primary" disabled={disabled || pending}>
        Start blank
      </Button>
    </form>
  )
}

/** The examples, each with a button that copies it. */
export function ExampleStart({
  examples,
  start,
  disabled,
}: {
  examples: { name: string; title: string; description: string }[]
  start: (form: FormData) => Promise<StartState>
  disabled: boolean
}) {
  const [state, action, pending] = useFormAction(start, { problems: [] })
  return (
    <form action={action} className="space-y-3">
      <Problems problems={state.problems} />
      <ul className="divide-y">
        {examples.map(({ name, title, description }) => (
          <li
            key={name}
            className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 py-2.5 first:pt-0 last:pb-0"
          >
            <div className="min-w-0 flex-1 basis-64">
              <h3 className="text-sm font-medium">{description}</h3>
              <p className="text-[0.82rem] text-ink-soft">{title}</p>
            </div>
            <Button
              type="submit"
              name="example"
              value={name}
              disabled={disabled || pending}
              aria-label={`Start from ${name}`}
            >
              Start from this
            </Button>
          </li>
        ))}
      </ul>
    </form>
  )
}

const limit = 5_000_000

/** A worker configuration or a worker pool that becomes a design, with a report. The text stays whatever the answer is. */
export function ImportStart({
  builds,
  start,
  disabled,
}: {
  /** engines of workers whose files do not say which one they are for */
  builds: { worker: string; engines: string[] }[]
  start: (form: FormData) => Promise<StartState>
  disabled: boolean
}) {
  const [state, action, pending] = useFormAction(start, { problems: [] })
  const [text, setText] = useState('')
  const [fileName, setFileName] = useState('')
  const [engine, setEngine] = useState('')
  return (
    <form action={action} className="space-y-3">
      {state.draftId === undefined ? (
        <Problems problems={state.problems} />
      ) : (
        <div className="space-y-3" role="status">
          <Message kind="success" word="Imported">
            The configuration is a design now.
          </Message>
          <h3 className="text-sm font-medium">What was replaced or left out</h3>
          <ProblemList problems={state.problems} none="Nothing: the design says the same as the file." />
          <ButtonLink href={`/designs/${state.draftId}`} variant="primary">
            Open the design
          </ButtonLink>
        </div>
      )}
      <input type="hidden" name="fileName" value={fileName} />
      <TextOrFile
        id="config"
        name="config"
        label="Configuration file of a worker, or a worker pool"
        description="YAML or JSON: what taskcluster-worker, generic-worker or worker-runner starts with, or a pool as worker-manager answers it. Secrets in it are not kept."
        accept=".yml,.yaml,.json,text/*"
        limit={limit}
        text={text}
        setText={setText}
        setFileName={setFileName}
      />
      <FormField
        id="engine"
        label="Build of the worker"
        description="A configuration of generic-worker does not say which build it is for."
      >
        <select
          id="engine"
          name="engine"
          value={engine}
          onChange={(event) => setEngine(event.target.value)}
          className={inputStyle}
        >
          <option value="">As the file lets guess</option>
          {builds.map(({ worker, engines }) => (
            <optgroup key={worker} label={worker}>
              {engines.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </optgroup>
          ))}
        </select>
      </FormField>
      <Button
        type="submit"
        variant="primary"
        disabled={disabled || pending || text.trim() === '' || text.length > limit}
      >
        Import
      </Button>
    </form>
  )
}
