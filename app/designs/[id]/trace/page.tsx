import type { Metadata } from 'next'
import { PageHeader } from '@/app/components/PageHeader'
import { Trail } from '@/app/components/Trail'
import { openDesign } from '@/app/designs/[id]/openDesign'
import { guardedPage } from '@/app/guard/guardedPage'
import { exampleTexts } from '@/app/preview/exampleTexts'
import { Summary } from '@/app/results/Summary'
import { TraceForm } from '@/app/trace/TraceForm.client'
import { traceDesign } from './traceDesign'

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
          <Trail
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
