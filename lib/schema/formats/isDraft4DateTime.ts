import { isGoClockTime } from './isGoClockTime'
import { isGoDate } from './isGoDate'
import { isGoDateTime } from './isGoDateTime'

/** Format `date-time` as gojsonschema checks it in the script engine's properties: a time, a date, or both. */
export function isDraft4DateTime(text: string): boolean {
  return isGoDateTime(text) || isGoDate(text) || isGoClockTime(text)
}
