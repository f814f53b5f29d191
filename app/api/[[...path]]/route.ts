import { guardedRoute } from '@/app/_server/guard/guardedRoute'
import { answerQueue } from '@/app/_server/services/answerQueue'

export const dynamic = 'force-dynamic'

const answer = guardedRoute('services', 'services', answerQueue)

export {
  answer as DELETE,
  answer as GET,
  answer as HEAD,
  answer as OPTIONS,
  answer as PATCH,
  answer as POST,
  answer as PUT,
}
