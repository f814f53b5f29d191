import type { Metadata } from 'next'
import { guardedPage } from '@/app/_server/guard/guardedPage'
import { openWorkerType, type WorkerTypeParams } from '@/app/_server/workerTypes/openWorkerType'
import { VersionDocumentation } from '@/app/_ui/workerTypes/VersionDocumentation'

export const metadata: Metadata = { title: 'Documentation' }

/** How to write tasks for a worker type, for their authors. */
export default guardedPage('readers', WorkerTypeDocumentationPage)

async function WorkerTypeDocumentationPage({ params }: { params: WorkerTypeParams }) {
  const { provisionerId, workerType } = await params
  const { taskQueueId, current, versions } = await openWorkerType(provisionerId, workerType)
  return <VersionDocumentation taskQueueId={taskQueueId} version={current} versions={versions} current={current} />
}
