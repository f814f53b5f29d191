import type { Metadata } from 'next'
import { startBlank, startExample, startImport } from '@/app/_server/actions/startDesign'
import { openCatalog } from '@/app/_server/catalog/openCatalog'
import { listExamples } from '@/app/_server/designs/listExamples'
import { guardedPage } from '@/app/_server/guard/guardedPage'
import { currentSession } from '@/app/_server/services/session'
import { summaryOf } from '@/app/_ui/catalog/summaryOf'
import { Panel } from '@/app/_ui/components/Panel'
import { BlankStart, ExampleStart, ImportStart } from '@/app/_ui/designs/StartForms.client'
import { Breadcrumbs, PageHeader } from '@/app/_ui/page/PageHeader'
import { PermissionNote } from '@/app/_ui/page/PermissionNote'
import { designScope, permissionWithin } from '@/lib/auth/permissions'

export const metadata: Metadata = { title: 'New design' }

/** The ways to start a design. */
export default guardedPage('readers', NewDesignPage)

async function NewDesignPage() {
  const [session, examples, { catalogFor }] = await Promise.all([currentSession(), listExamples(), openCatalog()])
  const all = Object.values(catalogFor().workers)
  const workers = all.map(({ worker }) => ({ name: worker.name, summary: summaryOf(worker.description) }))
  const builds = all
    .filter(({ worker }) => worker.payloadParts === 'all')
    .map(({ worker, engines }) => ({ worker: worker.name, engines: Object.keys(engines).sort() }))
  const permission = permissionWithin(session?.scopes, designScope(''), '<provisionerId>/<workerType>')
  const disabled = !permission.allowed
  return (
    <>
      <PageHeader trail={<Breadcrumbs steps={[{ href: '/designs', label: 'Designs' }]} />} title="New design">
        A design says which engine and plugins a worker has and how they are configured.
      </PageHeader>
      <div className="space-y-5">
        <PermissionNote to="start a design" permission={permission} />
        <div className="grid grid-cols-1 items-start gap-5 lg:grid-cols-2">
          <Panel title="Blank">
            <BlankStart workers={workers} start={startBlank} disabled={disabled} />
          </Panel>
          <Panel title="From an example">
            <ExampleStart
              examples={examples.map(({ name, title, description }) => ({ name, title, description }))}
              start={startExample}
              disabled={disabled}
            />
          </Panel>
        </div>
        <Panel title="From a worker that runs already">
          <ImportStart builds={builds} start={startImport} disabled={disabled} />
        </Panel>
      </div>
    </>
  )
}
