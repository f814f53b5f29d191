import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { auditScope, listClientsScope } from '@/lib/auth/permissions'
import { satisfies } from '@/lib/auth/scopes'
import { markReached } from '@/lib/http/currentRequest'
import { Header } from './_ui/page/Header'
import './globals.css'
import { signOut } from './_server/actions/signIn'
import { tellDatabaseGone } from './_server/guard/tellDatabaseGone'
import { currentSession } from './_server/services/session'
import { readTheme, themeCookie } from './_ui/page/theme'

export const metadata: Metadata = {
  title: { default: 'Worker Type Designer', template: '%s · Worker Type Designer' },
  description: 'Design Taskcluster worker types, and have the Queue refuse tasks that they cannot run.',
}

// pages show what is in the store, for whoever asks; none is made when the app is built
export const dynamic = 'force-dynamic'

/** What all pages have in common: header, skip link, theme. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  markReached()
  const theme = readTheme((await cookies()).get(themeCookie)?.value)
  const session = await tellDatabaseGone(currentSession)
  const held = session?.scopes ?? []
  const more = [
    ...(satisfies(held, listClientsScope) ? [{ href: '/clients', label: 'Clients' }] : []),
    ...(satisfies(held, auditScope) ? [{ href: '/audit', label: 'Audit' }] : []),
  ]
  return (
    <html lang="en" data-theme={theme} suppressHydrationWarning>
      <body className="flex min-h-dvh flex-col font-sans">
        <a
          href="#content"
          className="sr-only z-10 bg-accent px-4 py-2 font-medium text-on-accent focus:not-sr-only focus:absolute"
        >
          Skip to the content
        </a>
        <Header who={session?.who} more={more} theme={theme} signOut={signOut} />
        <main
          id="content"
          tabIndex={-1}
          className="mx-auto w-full max-w-[100rem] flex-1 px-4 py-6 outline-none sm:px-6"
        >
          {children}
        </main>
      </body>
    </html>
  )
}
