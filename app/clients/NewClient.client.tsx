'use client'

import { useState } from 'react'
import { Button } from '@/app/components/Button'
import { FormField } from '@/app/components/FormField'
import { inputStyle } from '@/app/components/inputStyle'
import { useFormAction } from '@/app/forms/useFormAction.client'
import type { ClientState } from './clientForm'
import { Outcome } from './Outcome.client'

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
