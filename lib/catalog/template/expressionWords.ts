/** A word of a JSON-e expression that stands for a value or a function: neither a member after a dot nor a key of an object. */
interface ExpressionWord {
  name: string
  /** a function is called by this word */
  called: boolean
}

/** What an expression says, as far as its cost needs. */
interface ExpressionWords {
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

/** The expressions in `${…}` of a text; `$${` is an escape. An expression that is not closed goes to the end of the text. */
export function interpolations(text: string): string[] {
  const found: string[] = []
  for (let at = text.indexOf('${'); at >= 0; ) {
    if (text[at - 1] === '$') {
      at = text.indexOf('${', at + 2)
      continue
    }
    const { end } = expressionWords(text, at + 2)
    found.push(text.slice(at + 2, text[end] === '}' ? end : text.length))
    at = text.indexOf('${', Math.max(end, at + 2))
  }
  return found
}

/** What a template can read: `TemplateContext`, and the fixed time. */
export const contextNames = [
  'config',
  'settings',
  'engine',
  'plugins',
  'workerVersion',
  'provisionerId',
  'workerType',
  'pool',
  'now',
] as const

/**
 * The functions whose result is never larger than what they are given, and that take time in proportion to it. Not among them: `range` (as
 * long as one likes), `join` (length times separator), `rstrip` (quadratic), `fromNow` (there is no clock).
 */
export const functionNames = [
  'abs',
  'ceil',
  'defined',
  'durationSeconds',
  'durationText',
  'floor',
  'len',
  'lowercase',
  'lstrip',
  'max',
  'min',
  'number',
  'since',
  'split',
  'sqrt',
  'str',
  'strip',
  'typeof',
  'uppercase',
] as const

/** The operators that look at each part of a template once. */
export const operatorNames = ['$eval', '$if', '$let', '$match', '$merge', '$switch'] as const

/** The operators of JSON-e that go over a list, copy it or turn it round in place. */
export const refusedOperators: readonly string[] = [
  '$flatten',
  '$flattenDeep',
  '$find',
  '$fromNow',
  '$json',
  '$map',
  '$mergeDeep',
  '$reduce',
  '$reverse',
  '$sort',
]
