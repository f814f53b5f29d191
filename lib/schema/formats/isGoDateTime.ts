import { isGoTime } from './isGoTime'

/** Format `date-time` as go-schematypes checks it: Go's RFC3339 layout. */
export function isGoDateTime(text: string): boolean {
  return isGoTime(text, '2006-01-02T15:04:05Z07:00')
}
