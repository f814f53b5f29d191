import { CST, Lexer } from 'yaml'

/** What keeps a text from being read as YAML in reasonable time, and where it begins. */
export interface YamlTrouble {
  /** what the text does, to stand behind "The text" */
  words: string
  /** in characters from the start */
  offset: number
}

const deepestFlow = 200
const widestIndent = 200
const mostIndicators = 40
const mostReferences = 5000

/**
 * Looks at the words of a YAML text before it is parsed. The parser calls itself for each level, and close to the end of its stack even the
 * process ends; it also takes time that grows with the square of some words, and
 * compares each alias with each anchor. So texts that nest too deeply, those of more than `mostTokens` words, and those with many anchors and aliases are not
 * given to it. Takes time linear in the length.
 */
export function yamlTrouble(text: string, mostTokens = Number.POSITIVE_INFINITY): YamlTrouble | undefined {
  let offset = 0
  let tokens = 0
  let flow = 0
  let indicators = 0
  let references = 0
  let lineStart = true
  let marked: CST.TokenType | null = null
  for (const token of new Lexer().lex(text)) {
    const at = offset
    const type: CST.TokenType | null = marked === 'scalar' ? marked : CST.tokenType(token)
    // The lexer puts marks between the words; the one of a plain scalar stands before its text.
    const isMark: boolean =
      marked !== 'scalar' && (type === 'scalar' || type === 'doc-mode' || type === 'flow-error-end')
    marked = isMark ? type : null
    if (isMark) continue
    offset += token.length
    tokens++
    if (tokens > mostTokens) return { words: `has more than ${mostTokens} words and signs`, offset: at }
    if (type === 'newline') {
      lineStart = true
      indicators = 0
      continue
    }
    if (type === 'space' && lineStart && flow === 0 && token.length > widestIndent) return tooDeep(at)
    lineStart = false
    if (type === 'flow-map-start' || type === 'flow-seq-start') flow++
    else if (type === 'flow-map-end' || type === 'flow-seq-end') flow--
    else if (type === 'seq-item-ind' || type === 'explicit-key-ind') indicators++
    else if (type === 'doc-start') references = 0
    else if (type === 'anchor' || type === 'alias') references++
    if (references > mostReferences) return { words: `has more than ${mostReferences} anchors and aliases`, offset: at }
    if (flow > deepestFlow || indicators > mostIndicators) return tooDeep(at)
  }
  return undefined
}

function tooDeep(offset: number): YamlTrouble {
  return { words: 'nests too deeply', offset }
}
