import { isJsonObject, type JsonValue } from '@/lib/base/json'
import { type Result, succeed } from '@/lib/base/problem'
import { inThread } from '../server/inThread'

/** What lists call a design: its worker type; undefined while the text is no design. Problems: those of `inThread`. */
export async function designTitle(document: string): Promise<Result<string | undefined>> {
  const found = await inThread('designIdentity', { document })
  if (!found.ok || found.value === undefined) return found.ok ? succeed(undefined) : found
  const { provisionerId, workerType } = found.value
  return succeed(`${named(provisionerId)}/${named(workerType)}`)
}

function named(part: JsonValue): string {
  if (typeof part === 'string') return part === '' ? '…' : part
  return isJsonObject(part) && typeof part.$env === 'string' ? `$${part.$env}` : '…'
}
