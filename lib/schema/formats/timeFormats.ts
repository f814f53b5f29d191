const clock = String.raw`(?<hour>\d{1,2}):(?<minute>\d\d):(?:(?<second>\d\d)(?:[.,]\d+)?|[.,]\d+)`
const day = String.raw`(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)`
const zone = String.raw`(?:Z|[+-]\d\d:\d\d)`

const layouts = {
  '2006-01-02': new RegExp(`^${day}$`),
  '15:04:05': new RegExp(`^${clock}$`),
  '15:04:05Z07:00': new RegExp(`^${clock}${zone}$`),
  '2006-01-02T15:04:05Z07:00': new RegExp(`^${day}T${clock}${zone}$`),
}

/**
 * Whether Go's `time.Parse` reads a text with a layout (time of Go 1.17 to 1.19). It is laxer than RFC 3339: an hour of
 * one digit, a comma before the fraction, a fraction without its place in the layout, a fraction without seconds, any offset; and stricter: upper-case
 * T and Z, no leap second.
 */
function isGoTime(text: string, layout: keyof typeof layouts): boolean {
  const parts = layouts[layout].exec(text)?.groups
  if (parts === undefined) return false
  const { year = '2000', month = '01', day: date = '01', hour = '0', minute = '0', second = '0' } = parts
  return (
    isDayOfMonth(Number(year), Number(month), Number(date)) &&
    Number(hour) < 24 &&
    Number(minute) < 60 &&
    Number(second) < 60
  )
}

function isDayOfMonth(year: number, month: number, date: number): boolean {
  if (month < 1 || month > 12 || date < 1) return false
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return date <= (days[month - 1] ?? 0)
}

/** Format `time` as gojsonschema checks it: a time of day, with or without an offset. */
export function isGoClockTime(text: string): boolean {
  return isGoTime(text, '15:04:05') || isGoTime(text, '15:04:05Z07:00')
}

/** Format `date`: a day of the calendar, `2030-01-31`. */
export function isGoDate(text: string): boolean {
  return isGoTime(text, '2006-01-02')
}

/** Format `date-time` as go-schematypes checks it: Go's RFC3339 layout. */
export function isGoDateTime(text: string): boolean {
  return isGoTime(text, '2006-01-02T15:04:05Z07:00')
}
