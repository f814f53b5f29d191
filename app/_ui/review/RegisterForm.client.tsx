'use client'

import { useState } from 'react'
import { Button, ButtonLink } from '@/app/_ui/components/Button'
import { CodeBlock, InlineCode } from '@/app/_ui/components/Code'
import { CollapsibleDetail } from '@/app/_ui/components/Collapsible'
import { Message } from '@/app/_ui/components/Message'
import { Problems } from '@/app/_ui/components/Problems'
import type { BreakToConfirm, RegisterState } from '@/app/_ui/forms/actionStates'
import { FormField, inputStyle } from '@/app/_ui/forms/FormField'
import { useFormAction } from '@/app/_ui/forms/useFormAction.client'
import { workerTypeHref } from '@/app/_ui/page/addresses'
import type { JsonObject } from '@/lib/base/json'

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
          <CollapsibleDetail label="What the Queue answered">
            <CodeBlock label="Answer of the Queue" text={JSON.stringify(registered.queueAnswer, null, 2)} />
          </CollapsibleDetail>
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

/** A reason for each thing that breaks. What was typed stays, whatever the answer is. */
function Acknowledgements({ breaking }: { breaking: BreakToConfirm[] }) {
  const [reasons, setReasons] = useState<Record<string, string>>({})
  if (breaking.length === 0) return null
  return (
    <fieldset className="space-y-3 rounded-md border border-bad p-3">
      <legend className="px-1 text-sm font-semibold text-bad">Acknowledge what breaks</legend>
      <p className="text-sm text-ink-soft">
        Say of each why it is wanted. The reasons stay with the version, for everybody to read.
      </p>
      {breaking.map(({ id, sentence, component, doubtful }, index) => (
        <FormField
          key={id}
          id={`reason-${index}`}
          label={<InlineCode text={sentence} />}
          required
          description={[component, doubtful ? 'not known whether it breaks tasks' : 'breaks tasks']
            .filter(Boolean)
            .join(', ')}
        >
          <input
            id={`reason-${index}`}
            name={`reason:${id}`}
            value={reasons[id] ?? ''}
            onChange={({ target }) => setReasons((known) => ({ ...known, [id]: target.value }))}
            maxLength={2000}
            placeholder="Why this is wanted"
            aria-describedby={`reason-${index}-about`}
            autoComplete="off"
            className={inputStyle}
          />
        </FormField>
      ))}
    </fieldset>
  )
}
