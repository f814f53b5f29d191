import { appendPath } from '@/lib/base/path'

/** Steps in the notation of problems: `allOf[0].minLength`. */
export function dottedPath(steps: readonly (string | number)[]): string {
  return steps.reduce<string>(appendPath, '')
}
