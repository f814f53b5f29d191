import { standingAnswer } from '../standingAnswer'

export const dynamic = 'force-dynamic'

/** How all registered worker types stand with their Queue. */
export function GET(): Promise<Response> {
  return standingAnswer()
}
