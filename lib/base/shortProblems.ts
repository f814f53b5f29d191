import type { Problem } from './problem'

const mostProblems = 200
/** Of each text of a problem, in characters: names in a document are as long as whoever wrote it likes. */
const longestText = 1000
const texts = ['message', 'path', 'help', 'file', 'component'] as const

/** Problems as they are said to whoever sent a document: as many, and as long, as anybody reads. The last one counts what is left out. */
export function shortProblems(problems: readonly Problem[]): Problem[] {
  const shown = problems.slice(0, mostProblems).map(shortProblem)
  const more = problems.length - shown.length
  return more === 0 ? shown : [...shown, leftOut(more)]
}

function shortProblem(problem: Problem): Problem {
  const short = { ...problem }
  for (const name of texts) {
    const text = short[name]
    if (text !== undefined && text.length > longestText) short[name] = `${text.slice(0, longestText)}…`
  }
  return short
}

function leftOut(count: number): Problem {
  const message = `There ${count === 1 ? 'is one more problem' : `are ${count} more problems`} like these.`
  return { code: 'more-problems', severity: 'notice', message, path: '', help: 'Mend these first.' }
}
