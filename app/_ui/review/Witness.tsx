import { Download, ListChecks } from 'lucide-react'
import { DownloadLink } from '@/app/_ui/components/Button'
import { Code, CodeBlock } from '@/app/_ui/components/Code'
import type { JsonValue } from '@/lib/base/json'

/** A payload that shows a difference, to read, to download or to try in the preview. */
export function Witness({
  name,
  payload,
  previewHref,
}: {
  /** of the file */
  name: string
  payload: JsonValue
  /** the preview that it can be sent to */
  previewHref?: string
}) {
  const text = `${JSON.stringify(payload, null, 2)}\n`
  return (
    <div className="space-y-2">
      <CodeBlock label="Payload" text={text} />
      <div className="flex flex-wrap gap-2">
        <DownloadLink
          size="sm"
          href={`data:application/json;charset=utf-8,${encodeURIComponent(text)}`}
          download={`${name}.json`}
        >
          <Download aria-hidden />
          Download
        </DownloadLink>
        {previewHref !== undefined && (
          <DownloadLink size="sm" href={`${previewHref}#tasks=${encodeURIComponent(text)}`}>
            <ListChecks aria-hidden />
            Send to the preview
          </DownloadLink>
        )}
      </div>
    </div>
  )
}

/** A value as JSON; a long one opens when it is asked for, and none is a dash. */
export function JsonShort({ value }: { value: JsonValue | undefined }) {
  if (value === undefined) return <span className="text-ink-soft">–</span>
  const text = JSON.stringify(value)
  if (text.length <= 80) return <Code>{text}</Code>
  return (
    <details>
      <summary className="font-mono text-[0.82rem]">{text.slice(0, 60)} …</summary>
      <pre className="mt-1 max-w-96 overflow-x-auto font-mono text-[0.8rem]">{JSON.stringify(value, null, 2)}</pre>
    </details>
  )
}
