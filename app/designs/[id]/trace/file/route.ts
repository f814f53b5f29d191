import { openDraft } from '@/app/_server/designs/openDesign'
import { guardedRoute } from '@/app/_server/guard/guardedRoute'
import { traceAnswer } from '@/app/_server/tasks/traceText'

/** The trace of a task on a design as it was last saved, as a file. */
export const POST = guardedRoute('POST /designs/[id]/trace/file', 'readers', answer, 'work')

async function answer(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return traceAnswer(request, await openDraft((await params).id))
}
