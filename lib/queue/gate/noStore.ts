import { ApiError } from '@/lib/queue/api/apiError'

/** What only the database can answer, while it was never reached. */
export const noStore = new ApiError(
  'ServiceUnavailable',
  'This gate cannot reach its database at the moment, so it can neither keep nor tell a declaration. Nothing was declared. Try again later.',
)
