import { Code } from '@/app/components/Code'
import type { JsonValue } from '@/lib/base/json'

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
