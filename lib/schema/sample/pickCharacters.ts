import { compilePattern } from '@/lib/schema/compilePattern'

const range = (first: string, last: string): string[] => {
  const start = first.charCodeAt(0)
  return Array.from({ length: last.charCodeAt(0) - start + 1 }, (_, i) => String.fromCharCode(start + i))
}

/** Characters by how well they read in an example; the first group that has any is used. */
const groups = [
  [...range('a', 'z'), ...range('0', '9')],
  range('A', 'Z'),
  ['_', '-', '.', '/', ':', '@', ',', '+', '='],
  range(' ', '~'),
  [...'éžßñøΩπЖя中文あ한ا😀'],
]
const farthest = 0x3000

/** Characters of a class, given by its source, that read well; empty where none was found. */
export function pickCharacters(source: string): string[] {
  const pattern = compilePattern(`^(?:${source})$`)
  for (const group of groups) {
    const found = group.filter((character) => pattern.test(character))
    if (found.length > 0) return found
  }
  for (let code = 0; code < farthest; code++) {
    const character = String.fromCharCode(code)
    if (pattern.test(character)) return [character]
  }
  // what it names itself, for a class far from all of these
  const named = [...source.matchAll(/\\x\{([0-9a-f]+)\}/gi)].map(([, hex = '']) =>
    String.fromCodePoint(Number.parseInt(hex, 16)),
  )
  return [...named, ...source].filter((character) => pattern.test(character)).slice(0, 1)
}
