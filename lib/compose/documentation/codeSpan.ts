const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

/** Text as a Markdown code span that shows just this text; what nobody would see is written as `\uXXXX`, nothing as `""`. */
export function codeSpan(text: string): string {
  if (text === '') return '`""`'
  const visible = text.replace(INVISIBLE, (character) => {
    const code = character.codePointAt(0) ?? 0
    return `\\u${code.toString(16).toUpperCase().padStart(4, '0')}`
  })
  let longest = 0
  for (const [run] of visible.matchAll(/`+/g)) longest = Math.max(longest, run.length)
  const fence = '`'.repeat(longest + 1)
  const padded = /^[` ]|[` ]$/.test(visible) ? ` ${visible} ` : visible
  return `${fence}${padded}${fence}`
}
