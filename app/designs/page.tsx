import { Plus } from 'lucide-react'
import type { Metadata } from 'next'
import { ButtonLink } from '@/app/components/ButtonLink'
import { PageHeader } from '@/app/components/PageHeader'
import { Panel } from '@/app/components/Panel'
import { guardedPage } from '@/app/guard/guardedPage'
import { services } from '@/app/server/services'
import { listDrafts } from '@/lib/registry/listDrafts'
import { DraftTable } from './DraftTable'

export const metadata: Metadata = { title: 'Designs' }

/** All designs. */
export default guardedPage('readers', DesignsPage)

async function DesignsPage() {
  const { store } = await services()
  return (
    <>
      <PageHeader
        title="Designs"
        actions={
          <ButtonLink href="/designs/new" variant="primary">
            <Plus aria-hidden />
            New design
          </ButtonLink>
        }
      >
        What is being worked on. A design is in force once it has been registered.
      </PageHeader>
      <Panel>
        <DraftTable drafts={await listDrafts(store)} />
      </Panel>
    </>
  )
}
