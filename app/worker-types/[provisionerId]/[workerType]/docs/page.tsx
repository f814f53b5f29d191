import type { Metadata } from 'next'
import { guardedPage } from '../../../../guard/guardedPage'
import { openWorkerType } from '../../../openWorkerType'
import { VersionDocumentation } from '../../../VersionDocumentation'
import type { WorkerTypeParams } from '../../../workerTypeParams'

export const metadata: Metadata = { title: 'Documentation' }

/** How to write tasks for a worker type, for their authors. */
export default guardedPage('readers', WorkerTypeDocumentationPage)

async function WorkerTypeDocumentationPage({ params }: { params: WorkerTypeParams }) {
  const { provisionerId, workerType } = await params
  const { taskQueueId, current, versions } = await openWorkerType(provisionerId, workerType)
  return <VersionDocumentation taskQueueId={taskQueueId} version={current} versions={versions} current={current} />
}
