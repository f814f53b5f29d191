import type { Metadata } from 'next'
import { submitEntry } from '@/app/_server/actions/catalogEntries'
import { openCatalog } from '@/app/_server/catalog/openCatalog'
import { guardedPage } from '@/app/_server/guard/guardedPage'
import { currentSession } from '@/app/_server/services/session'
import { EntryForm } from '@/app/_ui/catalog/EntryForm.client'
import { Code } from '@/app/_ui/components/Code'
import { Message } from '@/app/_ui/components/Message'
import { Breadcrumbs, PageHeader } from '@/app/_ui/page/PageHeader'
import { PermissionNote } from '@/app/_ui/page/PermissionNote'
import { permissionWithin } from '@/lib/auth/permissions'

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
      <PageHeader trail={<Breadcrumbs steps={[{ href: '/catalog', label: 'Catalog' }]} />} title="New entry">
        A plugin or an engine of your own: what it adds to payloads, and what it needs or can do. Designs can use it as
        soon as it is added.
      </PageHeader>
      <div className="space-y-5">
        <PermissionNote to="add an entry" permission={permission} />
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
