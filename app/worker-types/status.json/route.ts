import { guardedRoute } from '@/app/_server/guard/guardedRoute'
import { statusAnswer } from '@/app/_server/workerTypes/readQueueStatuses'

export const dynamic = 'force-dynamic'

/** How all registered worker types stand with their Queue. */
export const GET = guardedRoute('GET /worker-types/status.json', 'readers', answer, 'work')

function answer(): Promise<Response> {
  return statusAnswer()
}
