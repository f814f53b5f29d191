import { Plus } from 'lucide-react'
import { listDrafts } from '@/lib/registry/listDrafts'
import { listWorkerTypes } from '@/lib/registry/listWorkerTypes'
import { ButtonLink } from './components/ButtonLink'
import { PageHeader } from './components/PageHeader'
import { Panel } from './components/Panel'
import { TextLink } from './components/TextLink'
import { DraftTable } from './designs/DraftTable'
import { guardedPage } from './guard/guardedPage'
import { services } from './server/services'
import { readStandings } from './worker-types/readStandings'
import { WorkerTypeTable } from './worker-types/WorkerTypeTable'

/** The first page: what is registered, and what is being designed. */
export default guardedPage('readers', HomePage)

async function HomePage() {
  const { store } = await services()
  const [workerTypes, drafts] = await Promise.all([listWorkerTypes(store), listDrafts(store, { limit: 5 })])
  const standings = await readStandings(workerTypes)
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
          <WorkerTypeTable workerTypes={workerTypes} standings={standings} />
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
