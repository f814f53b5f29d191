import type { Problem, Severity } from '@/lib/base/problem'

/** A problem of an import, at a place of the document that was read. */
export function importProblem(code: string, severity: Severity, message: string, path: string, help?: string): Problem {
  return { code, severity, message, path, ...(help === undefined ? {} : { help }) }
}

/** What has no place in a design, and is left out. */
export function notUnderstood(path: string, what: string): Problem {
  return importProblem('pool-not-understood', 'warning', `The property ${what} is not understood, and left out.`, path)
}
