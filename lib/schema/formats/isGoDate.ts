import { isGoTime } from './isGoTime'

/** Format `date`: a day of the calendar, `2030-01-31`. */
export function isGoDate(text: string): boolean {
  return isGoTime(text, '2006-01-02')
}
