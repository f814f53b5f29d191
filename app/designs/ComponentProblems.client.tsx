'use client'

import { Message } from '../components/Message'
import { useForm } from '../forms/FormContext.client'
import type { Place } from './place'

/** What is to be said of a component as a whole; what concerns one of its settings stands at the setting. */
export function ComponentProblems({ component, within }: { component: string; within: Place }) {
  const { problemsOf, problemsAt } = useForm()
  const whole = [...problemsAt(within), ...problemsOf(component, within)]
  if (whole.length === 0) return null
  return (
    <div className="space-y-1.5">
      {whole.map(({ code, severity, message, help }) => (
        <Message key={`${code} ${message}`} kind={severity}>
          {message} {help}
        </Message>
      ))}
    </div>
  )
}
