import 'server-only'
import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { forbidden, unauthorized } from 'next/navigation'
import type { ReactNode } from 'react'
import { requestSource } from '@/app/_server/services/requestSource'
import { currentSession } from '@/app/_server/services/session'
import { markReached } from '@/lib/http/currentRequest'
import { withAuditSource } from '@/lib/registry/audit/recordAudit'
import { type Readers, readingRefusal, recordIfKnown } from './demand'
import { tellDatabaseGone } from './tellDatabaseGone'

/**
 * The one way to a page: whoever may not read gets a page that says so, the same for every address, before anything else is looked at.
 */
export function guardedPage<Props>(
  readers: Readers,
  page: (props: Props) => ReactNode | Promise<ReactNode>,
): (props: Props) => Promise<ReactNode> {
  return async (props) => {
    markReached()
    return tellDatabaseGone(async () => {
      await stopOthers(readers)
      return page(props)
    })
  }
}

/** The same for what a page says about itself, which is made apart from the page. */
export function guardedMetadata<Props>(
  readers: Readers,
  metadata: (props: Props) => Metadata | Promise<Metadata>,
): (props: Props) => Promise<Metadata> {
  return async (props) => {
    markReached()
    return tellDatabaseGone(async () => {
      await stopOthers(readers)
      return metadata(props)
    })
  }
}

async function stopOthers(readers: Readers): Promise<void> {
  if (readers === 'everyone') return
  const session = await currentSession()
  const refused = await readingRefusal(readers, session)
  if (refused === undefined) return
  const source = requestSource(await headers(), 'browser')
  await withAuditSource(source, () => recordIfKnown(refused, session, `pages:${readers}`))
  if (refused.signedIn) forbidden()
  unauthorized()
}
