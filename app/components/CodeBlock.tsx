import { CopyButton } from './CopyButton.client'
import { ScrollBox } from './ScrollBox'

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
