import type { Metadata } from 'next'
import { PageHeader } from '@/app/components/PageHeader'
import { Trail } from '@/app/components/Trail'
import { guardedPage } from '@/app/guard/guardedPage'
import { exampleTexts } from '@/app/preview/exampleTexts'
import { PreviewForm } from '@/app/preview/PreviewForm.client'
import { currentDesign } from '@/app/worker-types/currentDesign'
import { openWorkerType } from '@/app/worker-types/openWorkerType'
import { previewWorkerType } from '@/app/worker-types/previewWorkerType'
import { workerTypeHref } from '@/app/worker-types/workerTypeHref'
import type { WorkerTypeParams } from '@/app/worker-types/workerTypeParams'

export const metadata: Metadata = { title: 'Task preview' }

/** What becomes of tasks on a registered worker type. */
export default guardedPage('readers', WorkerTypePreviewPage)

async function WorkerTypePreviewPage({ params }: { params: WorkerTypeParams }) {
  const { provisionerId, workerType } = await params
  const { taskQueueId } = await openWorkerType(provisionerId, workerType)
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
        title="Task preview"
      >
        What the Queue and a worker of this type do with tasks.
      </PageHeader>
      <PreviewForm
        taskQueueId={`${provisionerId}/${workerType}`}
        examples={await exampleTexts(await currentDesign(provisionerId, workerType))}
        preview={previewWorkerType.bind(null, provisionerId, workerType)}
      />
    </>
  )
}
