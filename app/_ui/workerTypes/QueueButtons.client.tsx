'use client'

import { CalendarPlus, RefreshCw, Repeat, Undo2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '@/app/_ui/components/Button'
import { Message } from '@/app/_ui/components/Message'
import { Problems } from '@/app/_ui/components/Problems'
import type { ActionState } from '@/app/_ui/forms/actionStates'
import { useFormAction } from '@/app/_ui/forms/useFormAction.client'

/** What can be done about how a worker type stands with its Queue. What came of it stays below the buttons. */
export function QueueButtons({
  actions,
  may,
  canRenew,
  canPutBack,
  automaticRenewal,
}: {
  actions: Record<'check' | 'renew' | 'putBack' | 'toggle', () => Promise<ActionState>>
  /** whether the reader has the scopes */
  may: Record<'check' | 'renew' | 'putBack' | 'toggle', boolean>
  canRenew: boolean
  canPutBack: boolean
  automaticRenewal: boolean
}) {
  const [state, run, pending] = useFormAction<ActionState>(
    (form) => {
      const name = form.get('action')
      return name === 'renew' || name === 'putBack' || name === 'toggle' ? actions[name]() : actions.check()
    },
    { problems: [] },
  )
  const button = (name: keyof typeof actions, icon: ReactNode, label: string) => (
    <Button type="submit" name="action" value={name} size="sm" disabled={pending || !may[name]}>
      {icon}
      {label}
    </Button>
  )
  return (
    <form action={run} className="space-y-2">
      <div className="flex flex-wrap gap-2">
        {button('check', <RefreshCw aria-hidden />, 'Check now')}
        {canRenew && button('renew', <CalendarPlus aria-hidden />, 'Renew for a year')}
        {canPutBack && button('putBack', <Undo2 aria-hidden />, 'Put the registered version back')}
        {button('toggle', <Repeat aria-hidden />, automaticRenewal ? 'Renew by hand only' : 'Renew automatically')}
      </div>
      <Problems problems={state.problems} />
      <div role="status" className="empty:hidden">
        {state.done !== undefined && state.problems.length === 0 && <Message kind="success">{state.done}</Message>}
      </div>
    </form>
  )
}
