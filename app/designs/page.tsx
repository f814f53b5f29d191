import { Plus } from 'lucide-react'
import type { Metadata } from 'next'
import { guardedPage } from '@/app/_server/guard/guardedPage'
import { services } from '@/app/_server/services/services'
import { ButtonLink } from '@/app/_ui/components/Button'
import { Panel } from '@/app/_ui/components/Panel'
import { DraftTable } from '@/app/_ui/designs/DraftTable'
import { PageHeader } from '@/app/_ui/page/PageHeader'
import { listDrafts } from '@/lib/registry/drafts'

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
