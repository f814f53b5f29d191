import { secretShapes } from './secretShapes'

/**
 * A text without what looks like a secret: private keys, signatures, sealed cookies, passwords and codes in addresses, tokens of well-known shapes, and
 * what stands behind a name such as `accessToken`. Hashes, ids of tasks, scopes and references to secrets stay.
 */
export function redactText(text: string): string {
  return secretShapes.reduce((before, [shape, after]) => before.replace(shape, after), text)
}

/** As far as a text is looked at beyond what will be said of it: longer than every secret that is known by its length. */
const margin = 200

/**
 * What is said of a text that may have any length: at most `longest` characters of it, without what looks like a secret. It is cut before it is looked
 * through, to twice what will be said, so that this takes the same time however long it is; a secret without its end is one all the same.
 */
export function redactCut(text: string, longest: number): string {
  const read = text.slice(0, 2 * longest + margin)
  const clean = redactText(read)
  // behind a secret that was long stands what was close to the cut, where one of fixed length may have lost its end
  const most = read.length < text.length ? Math.min(longest, clean.length - margin) : longest
  return clean.length > most ? `${clean.slice(0, Math.max(most, 0))} …` : clean
}
