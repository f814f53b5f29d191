import { isJsonObject, type JsonValue } from '@/lib/base/json'
import { parseDesign } from '@/lib/compose/parseDesign'

/** What lists call a design: its worker type; `otherwise` while the text is no design. */
export function designTitle(document: string, otherwise: string): string {
  const parsed = parseDesign(document)
  if (!parsed.ok) return otherwise
  const { provisionerId, workerType } = parsed.value.design
  return `${named(provisionerId)}/${named(workerType)}`
}

function named(part: JsonValue): string {
  if (typeof part === 'string') return part === '' ? '…' : part
  return isJsonObject(part) && typeof part.$env === 'string' ? `$${part.$env}` : '…'
}
