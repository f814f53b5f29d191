/** A clause as a sentence: begun with a capital letter, ended with a full stop. */
export function sentence(text: string): string {
  const trimmed = text.trim()
  const first = /^[a-z][a-z ]/.test(trimmed) ? trimmed.charAt(0).toUpperCase() + trimmed.slice(1) : trimmed
  return /[.?!]$/.test(first) ? first : `${first}.`
}

/** A text without those of some characters that it ends with, as slashes; a pattern for this looks at each run of them again and again. */
export function withoutEnd(text: string, characters: string): string {
  let end = text.length
  while (end > 0 && characters.includes(text.charAt(end - 1))) end--
  return text.slice(0, end)
}

/** A text that PostgreSQL can hold and search for: U+0000 becomes the character that stands for what cannot be shown, as `text` and `jsonb` refuse it. */
export function withoutNul(text: string): string {
  return text.replaceAll('\0', '\ufffd')
}

/**
 * A name of ASCII letters as Go's encoding/json looks it up: without regard to case, where the long s and the Kelvin sign count as s and k.
 * Two names with one result are one property of a Go program.
 */
export function foldName(name: string): string {
  return name.replaceAll('\u017f', 's').replaceAll('\u212a', 'k').toLowerCase()
}
