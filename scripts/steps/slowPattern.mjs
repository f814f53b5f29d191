// the checker itself, without the programs that it would look for
import recheck from 'recheck/lib/browser.js'

/** milliseconds for one pattern; what is not proved until then passes, and what it is for holds it by tests */
const timeout = 3000

/** An unbounded repetition: without one, a search takes time in proportion to the text. */
const repeats = /(?:[*+]|\{\d+,\})/

/**
 * Why a regular expression can take time that grows faster than the text, with a text that shows it; undefined where none is known.
 * @param {string} source
 * @param {string} flags
 */
export function slowPattern(source, flags) {
  if (!repeats.test(source)) return undefined
  const { status, complexity, attack } = recheck.checkSync(source, flags, {
    checker: 'automaton',
    timeout,
    recallTimeout: -1,
  })
  return status === 'vulnerable' ? `${complexity.summary}: ${attack.pattern}` : undefined
}
