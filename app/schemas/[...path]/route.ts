import { answerQueue } from '@/app/api/answerQueue'

export const dynamic = 'force-dynamic'

export { answerQueue as GET, answerQueue as HEAD }
