import { ApiError } from '@/lib/queue/api/apiError'
import { parseDate } from '@/lib/queue/api/parseDate'
import type { TaskDefinition } from './task'

const minute = 60_000
const day = 24 * 60 * minute
const slack = 15 * minute
const furthestDeadline = 5 * day

/**
 * The dates of a definition in the Queue's form. Created within 15 minutes of now; a deadline not before that, not past, at most 5 days
 * ahead; an expiry not before the deadline, by default a year after it. Throws InputError.
 */
export function checkDates(
  definition: Omit<TaskDefinition, 'expires'> & { expires?: string },
  now: Date,
): { created: string; deadline: string; expires: string } {
  const created = parseDate('created', definition.created)
  const deadline = parseDate('deadline', definition.deadline)
  const expires = definition.expires === undefined ? yearAfter(deadline) : parseDate('expires', definition.expires)
  refuseIf(created.getTime() < now.getTime() - slack, '`created` cannot be in the past (max 15min drift)')
  refuseIf(created.getTime() > now.getTime() + slack, '`created` cannot be in the future (max 15min drift)')
  refuseIf(created > deadline, '`deadline` cannot be earlier than `created`')
  refuseIf(deadline < now, '`deadline` cannot be in the past')
  refuseIf(
    deadline.getTime() > now.getTime() + furthestDeadline + slack,
    '`deadline` cannot be more than 5 days into the future',
  )
  refuseIf(deadline > expires, '`expires` cannot be before `deadline`')
  return { created: created.toJSON(), deadline: deadline.toJSON(), expires: expires.toJSON() }
}

/** The same day of the next year; of the 29th of February, the 1st of March. */
function yearAfter(date: Date): Date {
  const later = new Date(date)
  later.setUTCFullYear(later.getUTCFullYear() + 1)
  return later
}

function refuseIf(condition: boolean, message: string): void {
  if (condition) throw new ApiError('InputError', `${message}.`)
}
