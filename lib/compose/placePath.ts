import { appendPath } from '@/lib/base/path'

/** Keys and indexes as a place in dotted notation: `['plugins', 'disabled', 0]` is `plugins.disabled[0]`. */
export function placePath(place: (string | number)[]): string {
  return place.reduce<string>((path, segment) => appendPath(path, segment), '')
}

/** Joins two places in dotted notation; either may be empty. */
export function joinPath(outer: string, inner: string): string {
  if (outer === '' || inner === '') return outer + inner
  return inner.startsWith('[') ? outer + inner : `${outer}.${inner}`
}
