import { answerQueue } from '@/app/api/answerQueue'

export const dynamic = 'force-dynamic'

export {
  answerQueue as DELETE,
  answerQueue as GET,
  answerQueue as HEAD,
  answerQueue as OPTIONS,
  answerQueue as PATCH,
  answerQueue as POST,
  answerQueue as PUT,
}
