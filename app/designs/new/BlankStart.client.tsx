'use client'

import { useState } from 'react'
import { Button } from '@/app/components/Button'
import { FormField } from '@/app/components/FormField'
import { inputStyle } from '@/app/components/inputStyle'
import { useFormAction } from '@/app/forms/useFormAction.client'
import { Problems } from '@/app/results/Problems'
import type { StartState } from './startState'

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
