import type { Metadata } from 'next'
import { PageHeader } from '@/app/components/PageHeader'
import { Trail } from '@/app/components/Trail'
import { openDesign } from '@/app/designs/[id]/openDesign'
import { guardedPage } from '@/app/guard/guardedPage'
import { exampleTexts } from '@/app/preview/exampleTexts'
import { PreviewForm } from '@/app/preview/PreviewForm.client'
import { Summary } from '@/app/results/Summary'
import { previewDesign } from './previewDesign'

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
          <Trail
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
