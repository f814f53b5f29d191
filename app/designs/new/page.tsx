import type { Metadata } from 'next'
import { summaryOf } from '../../catalog/summaryOf'
import { Message } from '../../components/Message'
import { PageHeader } from '../../components/PageHeader'
import { Panel } from '../../components/Panel'
import { TextLink } from '../../components/TextLink'
import { Trail } from '../../components/Trail'
import { currentSession } from '../../server/currentSession'
import { openCatalog } from '../../server/openCatalog'
import { listExamples } from '../listExamples'
import { BlankStart } from './BlankStart.client'
import { ExampleStart } from './ExampleStart.client'
import { ImportStart } from './ImportStart.client'
import { startBlank } from './startBlank'
import { startExample } from './startExample'
import { startImport } from './startImport'

export const metadata: Metadata = { title: 'New design' }

/** The ways to start a design. */
export default async function NewDesignPage() {
  const [session, examples, { catalogFor }] = await Promise.all([currentSession(), listExamples(), openCatalog()])
  const all = Object.values(catalogFor().workers)
  // the one that Taskcluster ships comes first
  const workers = all.map(({ worker }) => ({ name: worker.name, summary: summaryOf(worker.description) }))
  const builds = all
    .filter(({ worker }) => worker.payloadParts === 'all')
    .map(({ worker, engines }) => ({ worker: worker.name, engines: Object.keys(engines).sort() }))
  const disabled = session === undefined
  return (
    <>
      <PageHeader trail={<Trail steps={[{ href: '/designs', label: 'Designs' }]} />} title="New design">
        A design says which engine and plugins a worker has and how they are configured.
      </PageHeader>
      <div className="space-y-5">
        {disabled && (
          <Message kind="notice">
            <TextLink href="/sign-in">Sign in</TextLink> to start a design.
          </Message>
        )}
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
