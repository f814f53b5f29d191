/** One step of a document, in its order. */
export type DocumentStep =
  /** a file that the reader writes: ` ```yaml name.yml `, or `(more)` behind the name for what is added at its end */
  | { kind: 'file'; name: string; text: string; append: boolean }
  /** a line that the reader types, and all that it prints */
  | { kind: 'command'; line: string; status: number; output: string }
  /** what the reader does elsewhere: `<!-- by hand: … -->`, with the same words in the text */
  | { kind: 'by-hand'; what: string }
  /** commands that no test runs: `<!-- not run: … -->` says why */
  | { kind: 'not-run'; why: string; lines: string[] }

/** A block in a document that can be neither run nor left out. */
export class UnclearBlock extends Error {}

const shells = ['sh', 'console', 'bash', 'shell']

/**
 * The steps of a Markdown document. A ` ```console ` block has lines behind `$ ` and below each what it prints, in which `…` stands for whatever is
 * there: on a line of its own for any lines, inside a line for the rest of a word or more. A line that does not end with 0 says so: `# ends with 1`. A shell
 * block without outputs is not run, and the comment above it says why.
 */
export function documentSteps(markdown: string): DocumentStep[] {
  const parts = markdown.matchAll(/^<!-- (not run|by hand): (.*) -->$|^```(.*)\n([\s\S]*?)^```$/gm)
  const steps: DocumentStep[] = []
  let reason: string | undefined
  for (const [, mark, words = '', info = '', text = ''] of parts) {
    if (mark === 'not run') {
      reason = words
      continue
    }
    if (mark === 'by hand') steps.push({ kind: 'by-hand', what: words })
    else steps.push(...blockSteps(info, text, reason))
    reason = undefined
  }
  return steps
}

function blockSteps(info: string, text: string, why: string | undefined): DocumentStep[] {
  const [language = '', name, more] = info.split(' ')
  if (name !== undefined) return [{ kind: 'file', name, text, append: more === '(more)' }]
  if (!shells.includes(language)) return []
  const lines = joined(text)
  if (why !== undefined) return [{ kind: 'not-run', why, lines: lines.map((line) => line.replace(/^\$ /, '')) }]
  if (language === 'console' && lines[0]?.startsWith('$ ')) return commands(lines)
  throw new UnclearBlock(`This block is neither run (console, with "$ ") nor marked (<!-- not run: why -->):\n${text}`)
}

/** Lines that end with a backslash go on with the next one. */
function joined(text: string): string[] {
  return text
    .replace(/\s*\\\n\s*/g, ' ') // bounded: our own documents
    .replace(/\n$/, '')
    .split('\n')
}

function commands(lines: string[]): DocumentStep[] {
  const found: { kind: 'command'; line: string; status: number; output: string }[] = []
  for (const line of lines) {
    if (line.startsWith('$ ')) {
      // bounded: our own documents
      const [, command = '', status] = /^\$ (.*?)(?:\s+# ends with (\d))?$/.exec(line) ?? []
      found.push({ kind: 'command', line: command, status: Number(status ?? 0), output: '' })
    } else {
      const last = found.at(-1)
      if (last !== undefined) last.output += `${line}\n`
    }
  }
  return found
}

/** What the output of a command has to look like where a document promises `promised`. */
export function outputPattern(promised: string): RegExp {
  const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const lines = promised.split('\n').slice(0, -1)
  const patterns = lines.map((line) =>
    line.trim() === '…' ? '(?:.*\\n)*?' : `${line.split('…').map(escaped).join('.*')}[ \\t]*\\n`,
  )
  return new RegExp(`^${patterns.join('')}$`)
}
