/** Text as one word of a POSIX shell. Plain words stay as they are. Throws on a NUL, which no word can hold. */
export function shellQuote(text: string): string {
  if (text.includes('\0')) throw new Error('a word of a shell cannot hold a NUL character')
  if (/^[\w@%+=:,./-]+$/.test(text)) return text
  return `'${text.replaceAll("'", `'\\''`)}'`
}
