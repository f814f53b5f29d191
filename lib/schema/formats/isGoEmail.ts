import { compilePattern } from '@/lib/schema/compilePattern'

const beyondAscii = String.raw`[^\x00-\x7f]`
const atom = String.raw`(?:[!#-'*+\-/-9=?A-Z^-~]|${beyondAscii})`
const looseAtom = String.raw`(?:[!#-'*+\-/-9=?A-Z^-~.()\[\];@\\,]|${beyondAscii})`
const dotAtom = String.raw`${atom}+(?:\.${atom}+)*`
const quotedCharacter = String.raw`(?:[ \t!#-\[\]-~]|${beyondAscii}|\\(?:[!-~]|${beyondAscii}))`
const space = String.raw`[ \t]*`
const comments = String.raw`(?:[ \t]|\((?:[^()\\]|\\(?s:.))*\))*`
const address = `(?:"${quotedCharacter}+"|${dotAtom})@${space}${dotAtom}`
const word = `(?:"${quotedCharacter}*"|${looseAtom}+)`

const bare = `^${space}${address}${comments}$`
const named = `^${space}(?:${word}(?:${comments}${word})*)?${space}<${address}>${comments}$`

/**
 * Format `email` as gojsonschema checks it: about what Go's `mail.ParseAddress` reads, which takes a display name before an
 * address in angle brackets. Nested comments and groups are not read.
 */
export function isGoEmail(text: string): boolean {
  return compilePattern(bare).test(text) || compilePattern(named).test(text)
}
