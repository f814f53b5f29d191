/** longest text that is tried: such patterns may take time that doubles with each character */
const longest = 64

const cache = new Map<string, RegExp | undefined>()
const cacheSize = 200

/**
 * Whether a pattern that RE2 cannot run matches a text, as ECMAScript reads it, whose syntax JSON Schema asks for. Undefined where it is not
 * even that, or the text is long.
 */
export function testEcmaPattern(source: string, text: string): boolean | undefined {
  if (text.length > longest) return undefined
  if (!cache.has(source)) {
    if (cache.size >= cacheSize) cache.clear()
    cache.set(source, compile(source, 'u') ?? compile(source, ''))
  }
  return cache.get(source)?.test(text)
}

/** A pattern without what looks ahead and behind: some of the texts that match it may match the whole. */
export function withoutLookaround(source: string): string {
  // one that is escaped begins nothing: else each would be looked through to the end of the text
  return source.replace(/\((?<=(?:^|[^\\])(?:\\\\)*\()\?<?[!=](?:\\[\s\S]|[^()\\]|\((?:\\[\s\S]|[^()\\])*\))*\)/g, '')
}

function compile(source: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(source, flags)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
