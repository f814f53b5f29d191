import 'server-only'
import { designScope } from '@/lib/auth/permissions'
import { fail, type Result } from '@/lib/base/problem'
import { secretsInDocument } from '@/lib/compose/secretsInDocument'
import { createDraft } from '@/lib/registry/createDraft'
import type { Draft } from '@/lib/registry/draft'
import type { Ask } from '../guard/demand'
import { newId } from '../server/newId'
import { openCatalog } from '../server/openCatalog'
import { services } from '../server/services'
import { designTitle } from './designTitle'

/** Keeps a text as a new draft of whoever asks, if they may design that worker type, and if it holds no secrets. */
export async function keepNewDesign(ask: Ask, document: string): Promise<Result<Draft>> {
  const named = await designTitle(document)
  if (!named.ok) return named
  const title = named.value ?? 'Unreadable design'
  const { who: author } = await ask(designScope(title))
  const secrets = secretsInDocument(document, (await openCatalog()).catalogFor)
  if (secrets.length > 0) return fail(secrets)
  const { store } = await services()
  return createDraft(store, { id: newId(), title, document, author, now: new Date() })
}
