'use client'

import { useState } from 'react'
import { Button } from '@/app/components/Button'
import { ButtonLink } from '@/app/components/ButtonLink'
import { FormField } from '@/app/components/FormField'
import { inputStyle } from '@/app/components/inputStyle'
import { Message } from '@/app/components/Message'
import { TextOrFile } from '@/app/components/TextOrFile.client'
import { useFormAction } from '@/app/forms/useFormAction.client'
import { ProblemList } from '@/app/results/ProblemList'
import { Problems } from '@/app/results/Problems'
import type { StartState } from './startState'

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
