import { guardedRoute } from '../../../../guard/guardedRoute'
import { traceAnswer } from '../../../../trace/traceAnswer'
import { openDraft } from '../../openDesign'

/** The trace of a task on a design as it was last saved, as a file. */
export const POST = guardedRoute('POST /designs/[id]/trace/file', 'readers', answer, 'work')

async function answer(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return traceAnswer(request, await openDraft((await params).id))
}
