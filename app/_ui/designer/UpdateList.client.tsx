'use client'

import type { ReactNode } from 'react'
import { Button } from '@/app/_ui/components/Button'
import { CollapsibleDetail } from '@/app/_ui/components/Collapsible'
import { Message } from '@/app/_ui/components/Message'
import { useForm } from '@/app/_ui/forms/fields/FormContext.client'

/** Another version of an entry, and what it would change. */
export interface OfferedVersion {
  kind: 'newer' | 'gone' | 'unpinned'
  label: string
  from: string
  to: string
  /** undefined where nothing can be compared */
  details?: ReactNode
}

/** Versions of entries that the design could take, each with what it changes and a button. */
export function UpdateList({ offers }: { offers: OfferedVersion[] }) {
  const { readOnly, change } = useForm()
  return offers.map(({ kind, label, from, to, details }) => (
    <Message key={label} kind={kind === 'gone' ? 'warning' : 'notice'} word={label}>
      {words[kind](from, to)}
      <div className="mt-1.5 space-y-1.5">
        {details !== undefined && <CollapsibleDetail label="What it would change">{details}</CollapsibleDetail>}
        <Button size="sm" disabled={readOnly} onClick={() => change(['catalog', label], to)}>
          {kind === 'unpinned' ? `Keep to version ${to}` : `Take version ${to}`}
          <span className="sr-only"> of {label}</span>
        </Button>
      </div>
    </Message>
  ))
}

const words: Record<OfferedVersion['kind'], (from: string, to: string) => string> = {
  newer: (from, to) => `The design uses version ${from}, and there is a newer one, ${to}.`,
  gone: (from, to) => `The design was made with version ${from}, which is not there any more. It uses version ${to}.`,
  unpinned: (_, to) => `The design names no version, so it uses the newest, ${to}, and will change with the next one.`,
}
