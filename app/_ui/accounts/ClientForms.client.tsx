'use client'

import { CalendarCheck, KeyRound, Power, PowerOff } from 'lucide-react'
import { useId, useState } from 'react'
import { Button } from '@/app/_ui/components/Button'
import { CodeBlock } from '@/app/_ui/components/Code'
import { classNames } from '@/app/_ui/components/classNames'
import { Message } from '@/app/_ui/components/Message'
import { Problems } from '@/app/_ui/components/Problems'
import { ConfirmDialog } from '@/app/_ui/forms/ConfirmDialog.client'
import { FormField, inputStyle } from '@/app/_ui/forms/FormField'
import { useFormAction } from '@/app/_ui/forms/useFormAction.client'
import type { ClientState } from './clientForm'

/** The form for another client. */
export function NewClient({
  make,
  firstDay,
  disabled,
}: {
  make: (form: FormData) => Promise<ClientState>
  /** proposed for its end, as in 2026-11-24 */
  firstDay: string
  disabled: boolean
}) {
  const [state, action, pending] = useFormAction<ClientState>(make, { problems: [] })
  const [fields, setFields] = useState({ clientId: '', description: '', scopes: '', expires: firstDay })
  const bind = (name: keyof typeof fields) => ({
    id: name,
    name,
    value: fields[name],
    className: inputStyle,
    spellCheck: false,
    onChange: ({ target }: { target: { value: string } }) => setFields({ ...fields, [name]: target.value }),
  })
  const wrong = (name: string) => state.problems.find(({ path }) => path === name)?.message
  return (
    <form action={action} className="space-y-3">
      <Outcome state={state} />
      <div className="grid gap-3 sm:grid-cols-2">
        <FormField id="clientId" label="Client id" error={wrong('clientId')}>
          <input {...bind('clientId')} required maxLength={255} autoComplete="off" />
        </FormField>
        <FormField id="expires" label="Good until the end of (UTC)" error={wrong('expires')}>
          <input {...bind('expires')} type="date" required />
        </FormField>
      </div>
      <FormField id="description" label="Description" error={wrong('description')}>
        <input {...bind('description')} maxLength={1000} />
      </FormField>
      <FormField
        id="scopes"
        label="Scopes"
        error={wrong('scopes')}
        description="One a line; a star at the end stands for any text. No more than you have yourself."
      >
        <textarea {...bind('scopes')} rows={4} aria-describedby="scopes-about" className={`${inputStyle} font-mono`} />
      </FormField>
      <Button type="submit" variant="primary" disabled={disabled || pending}>
        Make the client
      </Button>
    </form>
  )
}

/** What can be done with one client; what the reader lacks the scopes for is disabled. */
export function ClientButtons({
  clientId,
  own,
  disabled,
  day,
  may,
  actions,
}: {
  clientId: string
  /** the server's own client, which only gets new tokens */
  own: boolean
  /** whether the client is turned off */
  disabled: boolean
  /** of its end */
  day: string
  may: Record<'toggle' | 'expire' | 'rotate', boolean>
  actions: {
    toggle: () => Promise<ClientState>
    expire: (form: FormData) => Promise<ClientState>
    rotate: () => Promise<ClientState>
  }
}) {
  const [state, run, pending] = useFormAction<ClientState>(
    (form) => (form.get('action') === 'expire' ? actions.expire(form) : actions.toggle()),
    { problems: [] },
  )
  const field = useId()
  const [rotated, setRotated] = useState<ClientState>({ problems: [] })
  const trigger = (
    <Button size="sm" disabled={!may.rotate} aria-label={`New access token for ${clientId}`}>
      <KeyRound aria-hidden />
      New token
    </Button>
  )
  return (
    <div className="min-w-56 space-y-2.5">
      <div className="flex flex-wrap gap-2">
        {!own && (
          <form action={run}>
            <Button
              type="submit"
              name="action"
              value="toggle"
              size="sm"
              disabled={!may.toggle || pending}
              aria-label={`Turn ${clientId} ${disabled ? 'on' : 'off'}`}
            >
              {disabled ? <Power aria-hidden /> : <PowerOff aria-hidden />}
              {disabled ? 'Turn on' : 'Turn off'}
            </Button>
          </form>
        )}
        <ConfirmDialog
          trigger={trigger}
          title={`Give ${clientId} a new access token?`}
          keep="Keep the old one"
          confirm="New token"
          action={async () => {
            const result = await actions.rotate()
            setRotated(result)
            return result
          }}
        >
          Whoever uses the old one is out at once.
        </ConfirmDialog>
      </div>
      {own ? (
        <p className="max-w-56 text-[0.82rem] text-ink-soft">The server needs this client: it is never off or over.</p>
      ) : (
        <form action={run}>
          <label htmlFor={`${field}-day`} className="mb-1 block text-[0.82rem] text-ink-soft">
            Last day (UTC)<span className="sr-only"> of {clientId}</span>
          </label>
          <div className="flex items-center gap-2">
            <input
              id={`${field}-day`}
              type="date"
              name="expires"
              required
              defaultValue={day}
              disabled={!may.expire}
              className={classNames(inputStyle, 'w-36 py-1')}
            />
            <Button
              type="submit"
              name="action"
              value="expire"
              size="sm"
              disabled={!may.expire || pending}
              aria-label={`Let ${clientId} end on that day`}
            >
              <CalendarCheck aria-hidden />
              Set
            </Button>
          </div>
        </form>
      )}
      <Outcome state={state} />
      <Outcome state={rotated} />
    </div>
  )
}

/** What came of a change of a client. New credentials are on the page until it is left, and nowhere else. */
function Outcome({ state: { problems, done, shown } }: { state: ClientState }) {
  return (
    <div className="space-y-2 empty:hidden">
      <Problems problems={problems} />
      {done !== undefined && (
        <Message kind="success" role="status">
          {done}
          {shown !== undefined && ' Keep its access token now: it is shown this once.'}
        </Message>
      )}
      {shown !== undefined && (
        <CodeBlock
          label="Credentials"
          text={`export TASKCLUSTER_CLIENT_ID='${shown.clientId}'\nexport TASKCLUSTER_ACCESS_TOKEN='${shown.accessToken}'\n`}
        />
      )}
    </div>
  )
}
