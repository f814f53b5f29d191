import type { Metadata } from 'next'
import { PageHeader } from '../../../../components/PageHeader'
import { Trail } from '../../../../components/Trail'
import { guardedPage } from '../../../../guard/guardedPage'
import { exampleTexts } from '../../../../preview/exampleTexts'
import { PreviewForm } from '../../../../preview/PreviewForm.client'
import { currentDesign } from '../../../currentDesign'
import { openWorkerType } from '../../../openWorkerType'
import { previewWorkerType } from '../../../previewWorkerType'
import { workerTypeHref } from '../../../workerTypeHref'
import type { WorkerTypeParams } from '../../../workerTypeParams'

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
