import { Plus } from 'lucide-react'
import { listDrafts } from '@/lib/registry/drafts'
import { listRegisteredWorkerTypes } from '@/lib/registry/versions/versions'
import { guardedPage } from './_server/guard/guardedPage'
import { services } from './_server/services/services'
import { readQueueStatuses } from './_server/workerTypes/readQueueStatuses'
import { ButtonLink } from './_ui/components/Button'
import { Panel } from './_ui/components/Panel'
import { TextLink } from './_ui/components/TextLink'
import { DraftTable } from './_ui/designs/DraftTable'
import { PageHeader } from './_ui/page/PageHeader'
import { WorkerTypeTable } from './_ui/workerTypes/WorkerTypeTable'

/** The first page: what is registered, and what is being designed. */
export default guardedPage('readers', HomePage)

async function HomePage() {
  const { store } = await services()
  const [workerTypes, drafts] = await Promise.all([listRegisteredWorkerTypes(store), listDrafts(store, { limit: 5 })])
  const statuses = await readQueueStatuses(workerTypes)
  return (
    <>
      <PageHeader
        title="Worker types"
        actions={
          <ButtonLink href="/designs/new" variant="primary">
            <Plus aria-hidden />
            New design
          </ButtonLink>
        }
      >
        Each worker type has a payload schema. The Queue refuses every task that a worker of the type could not run.
      </PageHeader>
      <div className="space-y-5">
        <Panel title="Registered">
          <WorkerTypeTable workerTypes={workerTypes} statuses={statuses} />
        </Panel>
        <Panel
          title="Designs"
          note="Being worked on; nothing of them is in force."
          actions={<TextLink href="/designs">All designs</TextLink>}
        >
          <DraftTable drafts={drafts} />
        </Panel>
      </div>
    </>
  )
}
