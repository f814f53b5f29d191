import { guardedRoute } from '@/app/guard/guardedRoute'
import { standingAnswer } from '@/app/worker-types/standingAnswer'

export const dynamic = 'force-dynamic'

/** How all registered worker types stand with their Queue. */
export const GET = guardedRoute('GET /worker-types/status.json', 'readers', answer, 'work')

function answer(): Promise<Response> {
  return standingAnswer()
}
