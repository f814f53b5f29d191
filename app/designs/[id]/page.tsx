import { ClipboardCheck, FileArchive, ListChecks, Route } from 'lucide-react'
import type { Metadata } from 'next'
import { ButtonLink } from '@/app/components/ButtonLink'
import { DownloadLink } from '@/app/components/DownloadLink'
import { PageHeader } from '@/app/components/PageHeader'
import { Trail } from '@/app/components/Trail'
import { DesignEditor } from '@/app/designs/DesignEditor.client'
import { designForm } from '@/app/designs/designForm'
import { entryUpdates } from '@/app/designs/entryUpdates'
import { UpdateDetails } from '@/app/designs/UpdateDetails'
import { may } from '@/app/guard/demand'
import { guardedMetadata, guardedPage } from '@/app/guard/guardedPage'
import { Need } from '@/app/guard/Need'
import { CompositionView } from '@/app/results/CompositionView'
import { Summary } from '@/app/results/Summary'
import { compareSides } from '@/app/server/compareSides'
import { composeInThread } from '@/app/server/composeText'
import { designScope } from '@/lib/auth/permissions'
import type { Design } from '@/lib/compose/design'
import { DeleteDesign } from './DeleteDesign.client'
import { deleteDesign } from './deleteDesign'
import { openDesign } from './openDesign'
import { saveDesign } from './saveDesign'

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
        trail={<Trail steps={[{ href: '/designs', label: 'Designs' }]} />}
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
          <Need to="change this design" permission={permission} className="mb-3" />
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
