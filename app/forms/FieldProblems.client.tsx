'use client'

import { Info, OctagonX, TriangleAlert } from 'lucide-react'
import { classNames } from '@/app/components/classNames'
import type { Place } from '@/app/designs/place'
import { InlineCode } from '@/app/results/InlineCode'
import { useForm } from './FormContext.client'
import { fieldId } from './fieldId'

const looks = {
  error: { icon: OctagonX, ink: 'text-bad', word: 'Error' },
  warning: { icon: TriangleAlert, ink: 'text-warn', word: 'Warning' },
  notice: { icon: Info, ink: 'text-ink-soft', word: 'Notice' },
}

/** What is wrong with, or to be known of, the value at exactly this place. */
export function FieldProblems({ place }: { place: Place }) {
  const problems = useForm().problemsAt(place)
  if (problems.length === 0) return null
  return (
    <ul id={`${fieldId(place)}-problems`} className="mt-1 space-y-0.5 text-[0.82rem]">
      {problems.map(({ code, severity, message, help }) => {
        const { icon: Icon, ink, word } = looks[severity]
        return (
          <li key={`${code} ${message}`} className={classNames('flex gap-1', ink)}>
            <Icon aria-hidden className="mt-0.5 size-3.5 shrink-0" />
            <span>
              <span className="sr-only">{word}: </span>
              <InlineCode text={[message, help].filter(Boolean).join(' ')} />
            </span>
          </li>
        )
      })}
    </ul>
  )
}
