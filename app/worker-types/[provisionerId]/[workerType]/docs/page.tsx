import type { Metadata } from 'next'
import { EmptyState } from '../../../../components/EmptyState'
import { Markdown } from '../../../../components/Markdown'
import { PageHeader } from '../../../../components/PageHeader'
import { Panel } from '../../../../components/Panel'
import { Trail } from '../../../../components/Trail'
import { composeText } from '../../../../server/composeText'
import { openCatalog } from '../../../../server/openCatalog'
import { openWorkerType } from '../../../openWorkerType'
import { workerTypeHref } from '../../../workerTypeHref'
import type { WorkerTypeParams } from '../../../workerTypeParams'

export const metadata: Metadata = { title: 'Documentation' }

/** How to write tasks for a worker type, for their authors. */
export default async function WorkerTypeDocumentationPage({ params }: { params: WorkerTypeParams }) {
  const { provisionerId, workerType } = await params
  const { taskQueueId, current } = await openWorkerType(provisionerId, workerType)
  const documentation = current && composeText(current.designYaml, await openCatalog()).composition?.documentation
  return (
    <>
      <PageHeader
        trail={
          <Trail
            steps={[
              { href: '/', label: 'Worker types' },
              { href: workerTypeHref(taskQueueId), label: taskQueueId },
            ]}
          />
        }
        title="Documentation"
      >
        {current !== undefined && `For the authors of tasks. Version ${current.number}.`}
      </PageHeader>
      <Panel>
        {documentation === undefined || documentation === '' ? (
          <EmptyState title="There is no documentation: no version is in force" />
        ) : (
          <Markdown text={documentation} />
        )}
      </Panel>
    </>
  )
}
