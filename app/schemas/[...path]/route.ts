import { guardedRoute } from '@/app/_server/guard/guardedRoute'
import { answerQueue } from '@/app/_server/services/answerQueue'

export const dynamic = 'force-dynamic'

const answer = guardedRoute('services', 'services', answerQueue)

export { answer as GET, answer as HEAD }
