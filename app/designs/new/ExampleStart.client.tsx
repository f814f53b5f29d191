'use client'

import { Button } from '@/app/components/Button'
import { useFormAction } from '@/app/forms/useFormAction.client'
import { Problems } from '@/app/results/Problems'
import type { StartState } from './startState'

/** The examples, each with a button that copies it. */
export function ExampleStart({
  examples,
  start,
  disabled,
}: {
  examples: { name: string; title: string; description: string }[]
  start: (form: FormData) => Promise<StartState>
  disabled: boolean
}) {
  const [state, action, pending] = useFormAction(start, { problems: [] })
  return (
    <form action={action} className="space-y-3">
      <Problems problems={state.problems} />
      <ul className="divide-y">
        {examples.map(({ name, title, description }) => (
          <li
            key={name}
            className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 py-2.5 first:pt-0 last:pb-0"
          >
            <div className="min-w-0 flex-1 basis-64">
              <h3 className="text-sm font-medium">{description}</h3>
              <p className="text-[0.82rem] text-ink-soft">{title}</p>
            </div>
            <Button
              type="submit"
              name="example"
              value={name}
              disabled={disabled || pending}
              aria-label={`Start from ${name}`}
            >
              Start from this
            </Button>
          </li>
        ))}
      </ul>
    </form>
  )
}
