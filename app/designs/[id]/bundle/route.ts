import { openCatalog } from '@/app/_server/catalog/openCatalog'
import { isDraftId } from '@/app/_server/designs/openDesign'
import { guardedRoute } from '@/app/_server/guard/guardedRoute'
import { services } from '@/app/_server/services/services'
import { textAnswer } from '@/app/_server/services/textAnswer'
import { bundleAnswer } from '@/app/_server/workerTypes/bundleAnswer'
import { readDraft } from '@/lib/registry/drafts'

/** `?format=tar.gz` or `?format=zip`: the bundle of a design as it was last saved. */
export const GET = guardedRoute('GET /designs/[id]/bundle', 'readers', answer, 'work')

async function answer(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const format = new URL(request.url).searchParams.get('format') ?? 'tar.gz'
  if (format !== 'tar.gz' && format !== 'zip') return textAnswer(400, 'The format is tar.gz or zip.\n')
  const { store } = await services()
  const { id } = await params
  const draft = isDraftId(id) ? await readDraft(store, id) : undefined
  if (draft === undefined) return textAnswer(404, 'There is no such design.\n')
  return bundleAnswer({ document: draft.document, opened: await openCatalog() }, format)
}
