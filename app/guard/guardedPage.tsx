import 'server-only'
import type { Metadata } from 'next'
import { forbidden, unauthorized } from 'next/navigation'
import type { ReactNode } from 'react'
import { currentSession } from '../server/currentSession'
import { type Readers, readingRefusal } from './demand'

/**
 * The one way to a page: whoever may not read gets a page that says so, the same for every address, before anything else is looked at.
 */
export function guardedPage<Props>(
  readers: Readers,
  page: (props: Props) => ReactNode | Promise<ReactNode>,
): (props: Props) => Promise<ReactNode> {
  return async (props) => {
    await stopOthers(readers)
    return page(props)
  }
}

/** The same for what a page says about itself, which is made apart from the page. */
export function guardedMetadata<Props>(
  readers: Readers,
  metadata: (props: Props) => Metadata | Promise<Metadata>,
): (props: Props) => Promise<Metadata> {
  return async (props) => {
    await stopOthers(readers)
    return metadata(props)
  }
}

async function stopOthers(readers: Readers): Promise<void> {
  if (readers === 'everyone') return
  const refused = await readingRefusal(readers, await currentSession())
  if (refused === undefined) return
  if (refused.signedIn) forbidden()
  unauthorized()
}
