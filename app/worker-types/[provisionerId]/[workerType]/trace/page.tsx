import type { Metadata } from 'next'
import { traceWorkerType } from '@/app/_server/actions/traceTask'
import { guardedPage } from '@/app/_server/guard/guardedPage'
import { exampleTexts } from '@/app/_server/tasks/previewText'
import { currentDesign, type WorkerTypeParams } from '@/app/_server/workerTypes/openWorkerType'
import { workerTypeHref } from '@/app/_ui/page/addresses'
import { Breadcrumbs, PageHeader } from '@/app/_ui/page/PageHeader'
import { TraceForm } from '@/app/_ui/tasks/TraceForm.client'

export const metadata: Metadata = { title: 'Task trace' }

/** How a task runs on a registered worker type. */
export default guardedPage('readers', WorkerTypeTracePage)

async function WorkerTypeTracePage({ params }: { params: WorkerTypeParams }) {
  const { provisionerId, workerType } = await params
  const taskQueueId = `${provisionerId}/${workerType}`
  const here = workerTypeHref(taskQueueId)
  return (
    <>
      <PageHeader
        trail={
          <Breadcrumbs
            steps={[
              { href: '/', label: 'Worker types' },
              { href: here, label: taskQueueId },
            ]}
          />
        }
        title="Task trace"
      >
        Who calls whom when a worker of this type runs a task, and how the task ends.
      </PageHeader>
      <TraceForm
        examples={await exampleTexts(await currentDesign(provisionerId, workerType))}
        trace={traceWorkerType.bind(null, provisionerId, workerType)}
        fileHref={`${here}/trace/file`}
      />
    </>
  )
}
