import { cpus } from 'node:os'

/** Milliseconds of several runs. */
export interface Timing {
  median: number
  least: number
  most: number
  runs: number
}

/** Times a function: some runs to warm up, then `runs` counted ones. */
export async function measure(runs: number, warmUp: number, work: () => unknown): Promise<Timing> {
  for (let i = 0; i < warmUp; i++) await work()
  const times: number[] = []
  for (let i = 0; i < runs; i++) {
    const start = performance.now()
    await work()
    times.push(performance.now() - start)
  }
  times.sort((a, b) => a - b)
  return { median: times[Math.floor(runs / 2)] ?? 0, least: times[0] ?? 0, most: times.at(-1) ?? 0, runs }
}

/** One line of a table of results. */
export interface Row {
  what: string
  timing: Timing
  goal: string
  met: boolean
  /** against a rival of the same run */
  ratio?: string
}

/** Prints results as a Markdown table below a title and a line about the machine. */
export function printTable(title: string, rows: Row[]): void {
  const ms = (value: number) => (value < 10 ? value.toFixed(2) : value.toFixed(0))
  const machine = `${cpus().length} x ${cpus()[0]?.model.trim() ?? 'unknown processor'}, Node ${process.version}`
  const lines = [
    `## ${title}`,
    '',
    `${machine}, ${new Date().toISOString().slice(0, 10)}; milliseconds`,
    '',
    '| what | median | least | most | runs | against | goal | met |',
    '|---|--:|--:|--:|--:|---|---|---|',
    ...rows.map(({ what, timing, goal, met, ratio }) => {
      const times = [timing.median, timing.least, timing.most].map(ms).join(' | ')
      return `| ${what} | ${times} | ${timing.runs} | ${ratio ?? ''} | ${goal} | ${met ? 'yes' : 'no'} |`
    }),
    '',
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}
