import type { Metadata } from 'next'
import { PageHeader } from '../../../components/PageHeader'
import { Trail } from '../../../components/Trail'
import { guardedPage } from '../../../guard/guardedPage'
import { exampleTexts } from '../../../preview/exampleTexts'
import { PreviewForm } from '../../../preview/PreviewForm.client'
import { Summary } from '../../../results/Summary'
import { openDesign } from '../openDesign'
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
