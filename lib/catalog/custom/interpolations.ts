import { expressionWords } from './expressionWords'

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
