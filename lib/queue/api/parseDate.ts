import { ApiError } from './apiError'

/** A date-time that the input schema accepted. A time without zone is in UTC; a leap second is no point in time here. Throws InputError. */
export function parseDate(name: string, text: string): Date {
  const upper = text.toUpperCase().replace(/\s/, 'T')
  const zoned = /[+-]\d\d(?::?\d\d)?$|Z$/.test(upper) ? upper : `${upper}Z`
  const date = new Date(zoned.replace(/([+-]\d\d)(\d\d)$/, '$1:$2').replace(/([+-]\d\d)$/, '$1:00'))
  if (Number.isNaN(date.getTime())) throw new ApiError('InputError', `${name} is not a point in time: ${text}`)
  return date
}
