import { Download, ListChecks } from 'lucide-react'
import { CodeBlock } from '@/app/components/CodeBlock'
import { DownloadLink } from '@/app/components/DownloadLink'
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
