const words: ReadonlyMap<string, string> = new Map(
  Object.entries({
    null: 'null',
    boolean: 'true or false',
    integer: 'an integer',
    number: 'a number',
    string: 'a string',
    array: 'an array',
    object: 'an object',
  }),
)

/** Types in words: `an integer or a string`. */
export function typeWords(types: readonly string[]): string {
  const phrases = [...new Set(types)].map((type) => words.get(type) ?? type)
  if (phrases.length < 2) return phrases.join('') || 'of no type at all'
  return `${phrases.slice(0, -1).join(', ')} or ${phrases.at(-1)}`
}
