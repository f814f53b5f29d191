import type { Metadata } from 'next'
import { guardedPage } from '@/app/guard/guardedPage'
import { openWorkerType } from '@/app/worker-types/openWorkerType'
import { VersionDocumentation } from '@/app/worker-types/VersionDocumentation'
import type { WorkerTypeParams } from '@/app/worker-types/workerTypeParams'

export const metadata: Metadata = { title: 'Documentation' }

/** How to write tasks for a worker type, for their authors. */
export default guardedPage('readers', WorkerTypeDocumentationPage)

async function WorkerTypeDocumentationPage({ params }: { params: WorkerTypeParams }) {
  const { provisionerId, workerType } = await params
  const { taskQueueId, current, versions } = await openWorkerType(provisionerId, workerType)
  return <VersionDocumentation taskQueueId={taskQueueId} version={current} versions={versions} current={current} />
}
