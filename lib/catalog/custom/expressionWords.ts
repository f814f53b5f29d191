/** A word of a JSON-e expression that stands for a value or a function: neither a member after a dot nor a key of an object. */
export interface ExpressionWord {
  name: string
  /** a function is called by this word */
  called: boolean
}

/** What an expression says, as far as its cost needs. */
export interface ExpressionWords {
  words: ExpressionWord[]
  /** texts in quotes, and members after dots: the names that it may look up */
  names: string[]
  /** where the expression ends: at a closing brace of its surroundings, or at its end */
  end: number
}

const TOKEN =
  /\s+|'([^']*)'|"([^"]*)"|([A-Za-z_][A-Za-z0-9_]*)|[0-9]+(?:\.[0-9]+)?|\*\*|[<>=!]=|&&|\|\||[-+*/[\].(){}:,<>!]/y
const LITERALS = new Set(['true', 'false', 'null', 'in'])

/**
 * Reads the words of a JSON-e expression from `start` on, up to the brace that closes its surroundings. What is no expression ends it early:
 * JSON-e itself says what is wrong with it.
 */
export function expressionWords(source: string, start = 0): ExpressionWords {
  const words: ExpressionWord[] = []
  const names: string[] = []
  const open: string[] = []
  let previous = ''
  let end = start
  for (TOKEN.lastIndex = start; ; ) {
    const match = TOKEN.exec(source)
    if (match === null) break
    const [token, single, double, word] = match
    if (token === '}' && open.length === 0) break
    end = TOKEN.lastIndex
    if (token.trim() === '') continue
    if (token === '(' || token === '[' || token === '{') open.push(token)
    if (token === ')' || token === ']' || token === '}') open.pop()
    const text = single ?? double
    if (text !== undefined) names.push(text)
    if (word !== undefined) {
      const rest = source.slice(end, end + 40).trimStart()
      const isKey = open.at(-1) === '{' && rest.startsWith(':')
      if (previous === '.') names.push(word)
      else if (!isKey && !LITERALS.has(word)) words.push({ name: word, called: rest.startsWith('(') })
    }
    previous = token
  }
  return { words, names, end }
}
