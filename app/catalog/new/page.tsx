import type { Metadata } from 'next'
import { Code } from '@/app/components/Code'
import { Message } from '@/app/components/Message'
import { PageHeader } from '@/app/components/PageHeader'
import { Trail } from '@/app/components/Trail'
import { guardedPage } from '@/app/guard/guardedPage'
import { Need } from '@/app/guard/Need'
import { currentSession } from '@/app/server/currentSession'
import { openCatalog } from '@/app/server/openCatalog'
import { permissionWithin } from '@/lib/auth/permission'
import { EntryForm } from './EntryForm.client'
import { submitEntry } from './submitEntry'

export const metadata: Metadata = { title: 'New entry' }

/** Where an admin adds a plugin or an engine. `?from=WORKER/KIND/NAME` begins with the newest version of an entry that was added here. */
export default guardedPage('readers', NewEntryPage)

async function NewEntryPage({ searchParams }: { searchParams: Promise<{ from?: string | string[] }> }) {
  const [{ from }, session, { entries }] = await Promise.all([searchParams, currentSession(), openCatalog()])
  const origin = entries.find(
    ({ worker, kind, name, stored }) => stored !== undefined && `${worker}/${kind}/${name}` === from,
  )
  const permission = permissionWithin(session?.scopes, 'worker-types:catalog:', '<worker>/<name>')
  return (
    <>
      <PageHeader trail={<Trail steps={[{ href: '/catalog', label: 'Catalog' }]} />} title="New entry">
        A plugin or an engine of your own: what it adds to payloads, and what it needs or can do. Designs can use it as
        soon as it is added.
      </PageHeader>
      <div className="space-y-5">
        <Need to="add an entry" permission={permission} />
        {origin !== undefined && (
          <Message kind="notice">
            This begins with version {origin.version} of {origin.kind} <Code>{origin.name}</Code>. Versions never
            change: give it a higher version.
          </Message>
        )}
        <EntryForm
          key={origin?.version}
          first={origin?.stored?.text ?? ''}
          submit={submitEntry}
          disabled={session === undefined}
          mayAdd={permission.allowed}
        />
      </div>
    </>
  )
}
