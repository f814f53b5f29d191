import { isJsonObject, type JsonValue } from '@/lib/base/json'
import type { DraftReport } from '@/lib/thread/operations/inspectDraft'

/** What lists call a design: its worker type; undefined while the text is no design. */
export function designTitle({ identity }: Pick<DraftReport, 'identity'>): string | undefined {
  return identity && `${named(identity.provisionerId)}/${named(identity.workerType)}`
}

function named(part: JsonValue): string {
  if (typeof part === 'string') return part === '' ? '…' : part
  return isJsonObject(part) && typeof part.$env === 'string' ? `$${part.$env}` : '…'
}
