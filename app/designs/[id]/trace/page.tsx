import type { Metadata } from 'next'
import { PageHeader } from '../../../components/PageHeader'
import { Trail } from '../../../components/Trail'
import { guardedPage } from '../../../guard/guardedPage'
import { exampleTexts } from '../../../preview/exampleTexts'
import { Summary } from '../../../results/Summary'
import { TraceForm } from '../../../trace/TraceForm.client'
import { openDesign } from '../openDesign'
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
