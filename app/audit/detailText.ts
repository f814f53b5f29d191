import type { JsonObject } from '@/lib/base/json'

const longest = 300

/** The members of a row's detail as short texts; empty ones are left out. */
export function detailText(detail: JsonObject): { name: string; text: string }[] {
  return Object.entries(detail).flatMap(([name, value]) => {
    if (value === null || value === '') return []
    const text = typeof value === 'string' ? value : JSON.stringify(value)
    return [{ name, text: text.length > longest ? `${text.slice(0, longest)} …` : text }]
  })
}
