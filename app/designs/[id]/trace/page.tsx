import type { Metadata } from 'next'
import { traceDesign } from '@/app/_server/actions/traceTask'
import { openDesign } from '@/app/_server/designs/openDesign'
import { guardedPage } from '@/app/_server/guard/guardedPage'
import { exampleTexts } from '@/app/_server/tasks/previewText'
import { Breadcrumbs, PageHeader } from '@/app/_ui/page/PageHeader'
import { Summary } from '@/app/_ui/results/Summary'
import { TraceForm } from '@/app/_ui/tasks/TraceForm.client'

export const metadata: Metadata = { title: 'Task trace' }

/** How a task runs on a worker type that is being designed. */
export default guardedPage('readers', DesignTracePage)

async function DesignTracePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const design = await openDesign(id)
  const { draft, composition, problems } = design
  return (
    <>
      <PageHeader
        trail={
          <Breadcrumbs
            steps={[
              { href: '/designs', label: 'Designs' },
              { href: `/designs/${id}`, label: draft.title },
            ]}
          />
        }
        title="Task trace"
      >
        <p className="mb-1">Who calls whom when a worker of this type runs a task, and how the task ends.</p>
        <Summary problems={problems} restrictions={composition?.restrictions.length} />
      </PageHeader>
      <TraceForm
        examples={await exampleTexts(design)}
        trace={traceDesign.bind(null, id)}
        fileHref={`/designs/${id}/trace/file`}
      />
    </>
  )
}
