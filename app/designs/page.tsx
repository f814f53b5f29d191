import { Plus } from 'lucide-react'
import type { Metadata } from 'next'
import { listDrafts } from '@/lib/registry/listDrafts'
import { ButtonLink } from '../components/ButtonLink'
import { PageHeader } from '../components/PageHeader'
import { Panel } from '../components/Panel'
import { guardedPage } from '../guard/guardedPage'
import { services } from '../server/services'
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
