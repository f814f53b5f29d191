import type { JsonValue } from '@/lib/base/json'

const longest = 60

/** JSON text of a value, cut where it is long. */
export function shortJson(value: JsonValue): string {
  const text = typeof value === 'string' ? JSON.stringify(value.slice(0, longest + 1)) : JSON.stringify(value)
  if (text.length <= longest) return text
  const cut = text.slice(0, longest - 1).replace(/[\ud800-\udbff]$|\\[^"]{0,5}$/, '')
  return typeof value === 'string' ? `${cut}…"` : `${cut}…`
}
