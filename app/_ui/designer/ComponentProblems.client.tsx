'use client'

import { InlineCode } from '@/app/_ui/components/Code'
import { CollapsibleDetail } from '@/app/_ui/components/Collapsible'
import { Message } from '@/app/_ui/components/Message'
import { countWords } from '@/app/_ui/components/Problems'
import { useForm } from '@/app/_ui/forms/fields/FormContext.client'
import type { Place } from '@/app/_ui/forms/fields/field'

/** What is to be said of a component as a whole; what concerns one of its settings stands at the setting. Facts to know are folded. */
export function ComponentProblems({ component, within }: { component: string; within: Place }) {
  const { problemsOf, problemsAt } = useForm()
  const whole = [...problemsAt(within), ...problemsOf(component, within)]
  const serious = whole.filter(({ severity }) => severity !== 'notice')
  const notices = whole.filter(({ severity }) => severity === 'notice')
  return (
    <>
      {serious.map(({ code, severity, message, help }) => (
        <Message key={`${code} ${message}`} kind={severity}>
          <InlineCode text={[message, help].filter(Boolean).join(' ')} />
        </Message>
      ))}
      {notices.length > 0 && (
        <CollapsibleDetail label={countWords(notices.length, 'thing to know', 'things to know')}>
          <ul className="ml-5.5 list-disc space-y-1 text-[0.82rem] text-ink-soft">
            {notices.map(({ code, message, help }) => (
              <li key={`${code} ${message}`}>
                <InlineCode text={[message, help].filter(Boolean).join(' ')} />
              </li>
            ))}
          </ul>
        </CollapsibleDetail>
      )}
    </>
  )
}
