import type { Metadata } from 'next'
import { previewWorkerType } from '@/app/_server/actions/previewTasks'
import { guardedPage } from '@/app/_server/guard/guardedPage'
import { exampleTexts } from '@/app/_server/tasks/previewText'
import { currentDesign, openWorkerType, type WorkerTypeParams } from '@/app/_server/workerTypes/openWorkerType'
import { workerTypeHref } from '@/app/_ui/page/addresses'
import { Breadcrumbs, PageHeader } from '@/app/_ui/page/PageHeader'
import { PreviewForm } from '@/app/_ui/tasks/PreviewForm.client'

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
          <Breadcrumbs
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
