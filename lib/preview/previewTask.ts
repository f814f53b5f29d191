import type { JsonValue } from '@/lib/base/json'

/** A task to preview, as it was read: a task definition or a bare payload. */
export interface PreviewTask {
  /** the file or field that it came from */
  source: string
  /** position in the source, from 0 */
  index: number
  value: JsonValue
}
