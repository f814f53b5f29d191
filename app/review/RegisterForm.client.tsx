'use client'

import { useState } from 'react'
import { Button } from '@/app/components/Button'
import { ButtonLink } from '@/app/components/ButtonLink'
import { CodeBlock } from '@/app/components/CodeBlock'
import { FoldLink } from '@/app/components/FoldLink'
import { FormField } from '@/app/components/FormField'
import { inputStyle } from '@/app/components/inputStyle'
import { Message } from '@/app/components/Message'
import { useFormAction } from '@/app/forms/useFormAction.client'
import { Problems } from '@/app/results/Problems'
import { workerTypeHref } from '@/app/worker-types/workerTypeHref'
import type { JsonObject } from '@/lib/base/json'
import { Acknowledgements } from './Acknowledgements.client'
import type { BreakToConfirm, RegisterState } from './registerState'

/** The last step: why, and the button. What the Queue said stays on the page. */
export function RegisterForm({
  register,
  revision,
  basedOn,
  inForce,
  taskQueueId,
  breaking,
  overtaken,
  disabled,
  pool,
}: {
  register: (form: FormData) => Promise<RegisterState>
  /** of the design that was reviewed */
  revision: number
  /** the registered version that it was compared with, 0 for none */
  basedOn: number
  /** names what the Queue held when it was compared */
  inForce: string
  taskQueueId: string
  /** what has to be acknowledged */
  breaking: BreakToConfirm[]
  /** somebody else has registered a version since the design was begun */
  overtaken: boolean
  disabled: boolean
  /** the worker pool of the design: the definition that was seen at worker-manager, and why it cannot be registered, where it cannot */
  pool?: { seen: JsonObject | null; why?: string }
}) {
  const [state, action, pending] = useFormAction<RegisterState>(register, { problems: [] })
  const [message, setMessage] = useState('')
  const [withPool, setWithPool] = useState(pool !== undefined && pool.why === undefined)
  const [typedName, setTypedName] = useState('')
  const { registered } = state
  if (registered !== undefined) {
    return (
      <div role="status" className="space-y-3">
        <Message kind={registered.outcome === 'enforced' ? 'success' : 'warning'} word={wordOf(registered)}>
          {registered.taskQueueId} version {registered.number}. {registered.words}
        </Message>
        {registered.pool?.words !== undefined && <Message kind="success">{registered.pool.words}</Message>}
        {registered.pool !== undefined && <Problems problems={registered.pool.problems} />}
        {registered.queueAnswer !== null && (
          <FoldLink label="What the Queue answered">
            <CodeBlock label="Answer of the Queue" text={JSON.stringify(registered.queueAnswer, null, 2)} />
          </FoldLink>
        )}
        <ButtonLink href={workerTypeHref(registered.taskQueueId)} variant="primary">
          Open the worker type
        </ButtonLink>
      </div>
    )
  }
  return (
    <form action={action} className="space-y-3">
      <Problems problems={state.problems} />
      <input type="hidden" name="revision" value={revision} />
      <input type="hidden" name="basedOn" value={basedOn} />
      <input type="hidden" name="inForce" value={inForce} />
      <FormField
        id="message"
        label="Message"
        description="Why this version exists, for those who read the history. It stays with the version."
      >
        <textarea
          id="message"
          name="message"
          value={message}
          onChange={(event) => setMessage(event.target.value)}
          rows={3}
          maxLength={10_000}
          aria-describedby="message-about"
          className={inputStyle}
        />
      </FormField>
      <Acknowledgements breaking={breaking} />
      {(breaking.length > 0 || overtaken) && (
        <FormField
          id="typed-name"
          label={
            <>
              Type <code className="font-mono">{taskQueueId}</code> to confirm
            </>
          }
          required
          description={
            breaking.length > 0
              ? 'Tasks that work today will be refused, or may be.'
              : 'Your design was begun before the version that is registered now.'
          }
        >
          <input
            id="typed-name"
            name="typedName"
            value={typedName}
            onChange={({ target }) => setTypedName(target.value)}
            autoComplete="off"
            spellCheck={false}
            aria-describedby="typed-name-about"
            className={inputStyle}
          />
        </FormField>
      )}
      {pool !== undefined && (
        <label className="flex items-start gap-2 text-sm">
          <input
            type="checkbox"
            name="withPool"
            value="yes"
            className="mt-1 accent-(--accent)"
            checked={withPool && pool.why === undefined}
            disabled={pool.why !== undefined}
            onChange={(event) => setWithPool(event.target.checked)}
          />
          <span>
            Register the worker pool as well
            {pool.why !== undefined && <span className="block text-ink-soft">Not possible: {pool.why}.</span>}
          </span>
        </label>
      )}
      {pool !== undefined && (
        <input type="hidden" name="poolSeen" value={pool.seen === null ? '' : JSON.stringify(pool.seen)} />
      )}
      <Button type="submit" variant="primary" disabled={disabled || pending}>
        {pending ? 'Registering …' : 'Register'}
      </Button>
    </form>
  )
}

function wordOf({ renewed, outcome }: NonNullable<RegisterState['registered']>): string {
  const done = renewed ? 'Renewed' : 'Registered'
  const how = { enforced: 'enforced', 'declared-only': 'declared only', 'published-only': 'published only' }[outcome]
  return `${done}, ${how}`
}
