/** A clause as a sentence: begun with a capital letter, ended with a full stop. */
export function sentence(text: string): string {
  const trimmed = text.trim()
  const first = /^[a-z][a-z ]/.test(trimmed) ? trimmed.charAt(0).toUpperCase() + trimmed.slice(1) : trimmed
  return /[.?!]$/.test(first) ? first : `${first}.`
}
