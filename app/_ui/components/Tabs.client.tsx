'use client'

import { Tabs as Radix } from 'radix-ui'
import type { ReactNode } from 'react'

export interface TabContent {
  id: string
  label: ReactNode
  content: ReactNode
}

// The policy of the pages lets no style attribute in, and these two are what Radix writes into the page.
const noStyle = { outline: undefined, animationDuration: undefined }

/** Tabs that are walked with the arrow keys. Hidden ones keep what was typed or opened in them. */
export function Tabs({ label, tabs, first }: { label: string; tabs: TabContent[]; first?: string }) {
  return (
    <Radix.Root defaultValue={first ?? tabs[0]?.id}>
      <Radix.List aria-label={label} style={noStyle} className="outline-none mb-3 flex flex-wrap gap-x-1 border-b">
        {tabs.map((tab) => (
          <Radix.Trigger
            key={tab.id}
            value={tab.id}
            className="-mb-px inline-flex min-h-9 items-center gap-1.5 border-b-2 border-transparent px-2.5 text-sm text-ink-soft hover:text-ink data-[state=active]:border-accent data-[state=active]:font-semibold data-[state=active]:text-ink"
          >
            {tab.label}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map((tab) => (
        <Radix.Content key={tab.id} value={tab.id} forceMount asChild className="data-[state=inactive]:hidden">
          <div style={noStyle}>{tab.content}</div>
        </Radix.Content>
      ))}
    </Radix.Root>
  )
}
