/** A text without those of some characters that it ends with, as slashes; a pattern for this looks at each run of them again and again. */
export function withoutEnd(text: string, characters: string): string {
  let end = text.length
  while (end > 0 && characters.includes(text.charAt(end - 1))) end--
  return text.slice(0, end)
}
