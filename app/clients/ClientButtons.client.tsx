'use client'

import { KeyRound, Power, PowerOff } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../components/Button'
import { ConfirmDialog } from '../components/ConfirmDialog.client'
import { classNames } from '../components/classNames'
import { inputStyle } from '../components/inputStyle'
import { useFormAction } from '../forms/useFormAction.client'
import type { ClientState } from './clientForm'
import { Outcome } from './Outcome.client'

/** What can be done with one client; what the reader lacks the scopes for is disabled. */
export function ClientButtons({
  clientId,
  disabled,
  day,
  may,
  actions,
}: {
  clientId: string
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
  const [rotated, setRotated] = useState<ClientState>({ problems: [] })
  const trigger = (
    <Button size="sm" disabled={!may.rotate} aria-label={`New access token for ${clientId}`}>
      <KeyRound aria-hidden />
      New token
    </Button>
  )
  return (
    <div className="space-y-2">
      <div className="flex flex-wrap items-center gap-2">
        <form action={run} className="flex flex-wrap items-center gap-2">
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
          <input
            type="date"
            name="expires"
            defaultValue={day}
            disabled={!may.expire}
            aria-label={`Last day of ${clientId} (UTC)`}
            className={classNames(inputStyle, 'w-40')}
          />
          <Button
            type="submit"
            name="action"
            value="expire"
            size="sm"
            disabled={!may.expire || pending}
            aria-label={`Let ${clientId} end on that day`}
          >
            Set the end
          </Button>
        </form>
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
      <Outcome state={state} />
      <Outcome state={rotated} />
    </div>
  )
}
