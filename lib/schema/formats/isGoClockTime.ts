import { isGoTime } from './isGoTime'

/** Format `time` as gojsonschema checks it: a time of day, with or without an offset. */
export function isGoClockTime(text: string): boolean {
  return isGoTime(text, '15:04:05') || isGoTime(text, '15:04:05Z07:00')
}
