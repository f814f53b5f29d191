import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { guardedPage } from '@/app/_server/guard/guardedPage'
import { openWorkerType, readPublicVersion, type VersionParams } from '@/app/_server/workerTypes/openWorkerType'
import { VersionDocumentation } from '@/app/_ui/workerTypes/VersionDocumentation'

export const metadata: Metadata = { title: 'Documentation' }

/** How to write tasks for one version of a worker type. */
export default guardedPage('readers', VersionDocumentationPage)

async function VersionDocumentationPage({ params }: { params: VersionParams }) {
  const address = await params
  const { taskQueueId, current, versions } = await openWorkerType(address.provisionerId, address.workerType)
  const version = await readPublicVersion(address)
  if (version === undefined) notFound()
  return <VersionDocumentation taskQueueId={taskQueueId} version={version} versions={versions} current={current} />
}
