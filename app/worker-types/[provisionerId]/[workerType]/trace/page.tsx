import type { Metadata } from 'next'
import { PageHeader } from '@/app/components/PageHeader'
import { Trail } from '@/app/components/Trail'
import { guardedPage } from '@/app/guard/guardedPage'
import { exampleTexts } from '@/app/preview/exampleTexts'
import { TraceForm } from '@/app/trace/TraceForm.client'
import { currentDesign } from '@/app/worker-types/currentDesign'
import { traceWorkerType } from '@/app/worker-types/traceWorkerType'
import { workerTypeHref } from '@/app/worker-types/workerTypeHref'
import type { WorkerTypeParams } from '@/app/worker-types/workerTypeParams'

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
          <Trail
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
