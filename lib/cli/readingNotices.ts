import type { Problem } from '@/lib/base/problem'

const telling = ['secret-replaced', 'setting-left-out', 'setting-null', 'setting-read-as']

/** Whether a problem is more than a remark: an error, a warning, or a notice of how a file was read. */
export function isTelling({ code, severity }: Problem): boolean {
  return severity !== 'notice' || telling.includes(code)
}
