import 'server-only'
import { randomBytes } from 'node:crypto'
import { openCatalog } from '@/app/_server/catalog/openCatalog'
import type { Ask } from '@/app/_server/guard/demand'
import { inThread } from '@/app/_server/services/inThread'
import { services } from '@/app/_server/services/services'
import { designScope } from '@/lib/auth/permissions'
import { isJsonObject, type JsonValue } from '@/lib/base/json'
import { fail, type Result } from '@/lib/base/problem'
import { createDraft, type Draft } from '@/lib/registry/drafts'
import type { DraftReport } from '@/lib/thread/operations/documents'

/** Keeps a text as a new draft of whoever asks, if they may design that worker type, and if it holds no secrets. */
export async function keepNewDesign(ask: Ask, document: string): Promise<Result<Draft>> {
  const report = await inThread('inspectDraft', { document }, { opened: await openCatalog() })
  if (!report.ok) return report
  const title = designTitle(report.value) ?? 'Unreadable design'
  const { who: author } = await ask(designScope(title))
  if (report.value.secrets.length > 0) return fail(report.value.secrets)
  const { store } = await services()
  return createDraft(store, { id: newId(), title, document, author, now: new Date() })
}

/** What lists call a design: its worker type; undefined while the text is no design. */
export function designTitle({ identity }: Pick<DraftReport, 'identity'>): string | undefined {
  return identity && `${named(identity.provisionerId)}/${named(identity.workerType)}`
}

function named(part: JsonValue): string {
  if (typeof part === 'string') return part === '' ? '…' : part
  return isJsonObject(part) && typeof part.$env === 'string' ? `$${part.$env}` : '…'
}

/** A random name of 22 characters for a draft. It begins with a letter or a digit, so that it is never taken for an option. */
function newId(): string {
  for (;;) {
    const id = randomBytes(16).toString('base64url')
    if (/^[A-Za-z0-9]/.test(id)) return id
  }
}
