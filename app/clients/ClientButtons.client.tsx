'use client'

import { CalendarCheck, KeyRound, Power, PowerOff } from 'lucide-react'
import { useId, useState } from 'react'
import { Button } from '@/app/components/Button'
import { ConfirmDialog } from '@/app/components/ConfirmDialog.client'
import { classNames } from '@/app/components/classNames'
import { inputStyle } from '@/app/components/inputStyle'
import { useFormAction } from '@/app/forms/useFormAction.client'
import type { ClientState } from './clientForm'
import { Outcome } from './Outcome.client'

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
