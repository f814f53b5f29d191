import 'server-only'
import type { Ask } from '@/app/guard/demand'
import { inThread } from '@/app/server/inThread'
import { newId } from '@/app/server/newId'
import { openCatalog } from '@/app/server/openCatalog'
import { services } from '@/app/server/services'
import { designScope } from '@/lib/auth/permissions'
import { fail, type Result } from '@/lib/base/problem'
import { createDraft } from '@/lib/registry/createDraft'
import type { Draft } from '@/lib/registry/draft'
import { designTitle } from './designTitle'

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
