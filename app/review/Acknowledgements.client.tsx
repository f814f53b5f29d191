'use client'

import { useState } from 'react'
import { FormField } from '@/app/components/FormField'
import { inputStyle } from '@/app/components/inputStyle'
import { InlineCode } from '@/app/results/InlineCode'
import type { BreakToConfirm } from './registerState'

/** A reason for each thing that breaks. What was typed stays, whatever the answer is. */
export function Acknowledgements({ breaking }: { breaking: BreakToConfirm[] }) {
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
