import { ClipboardCheck, FileArchive, ListChecks, Route } from 'lucide-react'
import type { Metadata } from 'next'
import { deleteDesign, saveDesign } from '@/app/_server/actions/editDesign'
import { entryUpdates } from '@/app/_server/catalog/entryUpdates'
import { openDesign } from '@/app/_server/designs/openDesign'
import { may } from '@/app/_server/guard/demand'
import { guardedMetadata, guardedPage } from '@/app/_server/guard/guardedPage'
import { compareSides } from '@/app/_server/review/reviewSides'
import { composeInThread } from '@/app/_server/services/composeText'
import { ButtonLink, DownloadLink } from '@/app/_ui/components/Button'
import { DesignEditor } from '@/app/_ui/designer/DesignEditor.client'
import { designForm } from '@/app/_ui/designer/designForm'
import { UpdateDetails } from '@/app/_ui/designer/UpdateDetails'
import { DeleteDesign } from '@/app/_ui/designs/DeleteDesign.client'
import { Breadcrumbs, PageHeader } from '@/app/_ui/page/PageHeader'
import { PermissionNote } from '@/app/_ui/page/PermissionNote'
import { CompositionView } from '@/app/_ui/results/CompositionView'
import { Summary } from '@/app/_ui/results/Summary'
import { designScope } from '@/lib/auth/permissions'
import type { Design } from '@/lib/compose/design/design'

interface Props {
  params: Promise<{ id: string }>
}

export const generateMetadata = guardedMetadata('readers', pageMetadata)

async function pageMetadata({ params }: Props): Promise<Metadata> {
  const { draft } = await openDesign((await params).id)
  return { title: draft.title }
}

/** The designer: the design on one side, what it comes to on the other. */
export default guardedPage('readers', DesignPage)

async function DesignPage({ params }: Props) {
  const { id } = await params
  const design = await openDesign(id)
  const { draft, workerCatalog, composition, problems, opened } = design
  const compose = (changed: Design) => composeInThread({ design: changed }, opened)
  const permission = await may(designScope(draft.title))
  const offers = (await entryUpdates(design, opened, compose, compareSides)).map((update) => ({
    kind: update.kind,
    label: update.label,
    from: update.from,
    to: update.to,
    ...(update.kind === 'newer' ? { details: <UpdateDetails update={update} /> } : {}),
  }))
  const { document, revision, author, updatedAt } = draft
  const editorProblems = problems.map(({ file: _, ...problem }) => problem)
  return (
    <>
      <PageHeader
        trail={<Breadcrumbs steps={[{ href: '/designs', label: 'Designs' }]} />}
        title={<span className="font-mono text-xl">{draft.title}</span>}
        actions={
          <>
            <ButtonLink href={`/designs/${id}/preview`}>
              <ListChecks aria-hidden />
              Preview tasks
            </ButtonLink>
            <ButtonLink href={`/designs/${id}/trace`}>
              <Route aria-hidden />
              Trace a task
            </ButtonLink>
            <ButtonLink href={`/designs/${id}/review`} variant="primary">
              <ClipboardCheck aria-hidden />
              Review and register
            </ButtonLink>
            <DownloadLink href={`/designs/${id}/bundle?format=tar.gz`}>
              <FileArchive aria-hidden />
              Bundle (.tar.gz)
            </DownloadLink>
            <DownloadLink href={`/designs/${id}/bundle?format=zip`}>
              <FileArchive aria-hidden />
              Bundle (.zip)
            </DownloadLink>
            {permission.allowed && <DeleteDesign title={draft.title} remove={deleteDesign.bind(null, id)} />}
          </>
        }
      >
        <Summary problems={problems} restrictions={composition?.restrictions.length} />
      </PageHeader>
      <div className="grid grid-cols-1 items-start gap-6 xl:grid-cols-[minmax(0,9fr)_minmax(0,11fr)]">
        <section aria-label="Design">
          <PermissionNote to="change this design" permission={permission} className="mb-3" />
          <DesignEditor
            draft={{ document, revision, author, savedAt: updatedAt.toISOString() }}
            form={designForm(workerCatalog)}
            problems={editorProblems}
            readOnly={!permission.allowed}
            offers={offers}
            save={saveDesign.bind(null, id)}
          />
        </section>
        <section
          aria-label="What the design comes to"
          className="xl:sticky xl:top-4 xl:max-h-[calc(100dvh-2rem)] xl:overflow-y-auto"
        >
          <CompositionView composition={composition} problems={problems} />
        </section>
      </div>
    </>
  )
}
