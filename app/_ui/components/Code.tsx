import type { ReactNode } from 'react'
import { CopyButton } from './CopyButton.client'
import { classNames } from './classNames'
import { ScrollBox } from './Table'

/** A name or a value as it stands in a document. */
export function Code({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <code className={classNames('rounded bg-sunken px-1 py-0.5 font-mono text-[0.86em]', className)}>{children}</code>
  )
}

/** A text to read or to copy. `label` says what it is. */
export function CodeBlock({ label, text }: { label: string; text: string }) {
  return (
    <div className="relative rounded-md border bg-sunken">
      <div className="absolute top-1.5 right-3">
        <CopyButton text={text} what={label} />
      </div>
      <ScrollBox label={label} className="max-h-[36rem]">
        <pre className="w-max min-w-full p-3 pr-24 font-mono text-[0.82rem] leading-normal [overflow-wrap:normal]">
          {text}
        </pre>
      </ScrollBox>
    </div>
  )
}

/** A text in which `backticks` mark what stands in documents; nothing else of Markdown is read. */
export function InlineCode({ text }: { text: string }) {
  return text.split(/(`[^`]+`)/).map((part, index) =>
    part.length > 2 && part.startsWith('`') && part.endsWith('`') ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
      <Code key={index}>{part.slice(1, -1)}</Code>
    ) : (
      part
    ),
  )
}
