import type { Problem } from '@/lib/base/problem'

/**
 * What stands in the way of storing a text; `path` names it in the problems. At most `limit` bytes of UTF-8 (5 MB, where not
 * given), and no NUL, which PostgreSQL cannot keep.
 */
export function checkText(text: string, path: string, limit = 5 * 1024 * 1024): Problem[] {
  const problems: Problem[] = []
  if (text.includes('\0')) {
    problems.push({ code: 'text-invalid', severity: 'error', message: 'the text holds a NUL character', path })
  }
  const size = Buffer.byteLength(text)
  if (size > limit) {
    const message = `the text has ${size} bytes, more than the ${limit} that are kept`
    problems.push({ code: 'text-too-large', severity: 'error', message, path })
  }
  return problems
}
