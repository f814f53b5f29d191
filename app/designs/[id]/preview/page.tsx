import type { Metadata } from 'next'
import { previewDesign } from '@/app/_server/actions/previewTasks'
import { openDesign } from '@/app/_server/designs/openDesign'
import { guardedPage } from '@/app/_server/guard/guardedPage'
import { exampleTexts } from '@/app/_server/tasks/previewText'
import { Breadcrumbs, PageHeader } from '@/app/_ui/page/PageHeader'
import { Summary } from '@/app/_ui/results/Summary'
import { PreviewForm } from '@/app/_ui/tasks/PreviewForm.client'

export const metadata: Metadata = { title: 'Task preview' }

/** What becomes of tasks on a worker type that is being designed. */
export default guardedPage('readers', DesignPreviewPage)

async function DesignPreviewPage({ params }: { params: Promise<{ id: string }> }) {
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
        title="Task preview"
      >
        <p className="mb-1">What the Queue and a worker of this type would do with tasks.</p>
        <Summary problems={problems} restrictions={composition?.restrictions.length} />
      </PageHeader>
      <PreviewForm
        taskQueueId={composition && `${composition.provisionerId}/${composition.workerType}`}
        examples={await exampleTexts(design)}
        preview={previewDesign.bind(null, id)}
      />
    </>
  )
}
