import { answerQueue } from '@/app/api/answerQueue'
import { guardedRoute } from '@/app/guard/guardedRoute'

export const dynamic = 'force-dynamic'

const answer = guardedRoute('services', 'services', answerQueue)

export { answer as GET, answer as HEAD }
