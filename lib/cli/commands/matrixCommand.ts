import { openDesign } from '@/lib/cli/input/openDesign'
import { CliExit, type Output, textTable, verdictWords } from '@/lib/cli/output/output'
import type { SupportMatrix } from '@/lib/compose/composition'
import { type DocumentOptions, envOption } from './checkCommand'

/** `wtd matrix`: which task feature every engine of the worker can run; the design's engine is marked. */
export function matrixCommand(
  path: string,
  options: DocumentOptions & { format?: string; all?: boolean },
  output: Output,
): number {
  const { composition, problems } = openDesign(path, envOption(options))
  if (composition.matrix.engines.length === 0) throw new CliExit(1, problems)
  const matrix: SupportMatrix = {
    ...composition.matrix,
    rows: composition.matrix.rows.filter((row) => options.all || row.enabled),
  }
  if (options.format === 'json') output.stdout(`${JSON.stringify(matrix, null, 2)}\n`)
  else if (options.format === 'markdown') output.stdout(markdown(matrix, composition.engine))
  else output.stdout(text(matrix, composition.engine))
  return 0
}

function cells(matrix: SupportMatrix, engine: string): string[][] {
  const head = [
    'plugin or engine',
    'task feature',
    ...matrix.engines.map((name) => (name === engine ? `[${name}]` : name)),
  ]
  const rows = matrix.rows.map((row) => [
    row.component,
    row.title,
    ...matrix.engines.map((name) => verdictWords[row.cells[name]?.verdict ?? 'refused']),
  ])
  return [head, ...rows]
}

function text(matrix: SupportMatrix, engine: string): string {
  const lines = textTable(cells(matrix, engine))
  const reasons = matrix.rows.flatMap((row) => {
    const cell = row.cells[engine]
    return cell && cell.reason !== '' ? [`  ${row.component}, ${row.title}: ${cell.reason}`] : []
  })
  return `${lines.join('\n')}\n${reasons.length > 0 ? `\n${engine}:\n${reasons.join('\n')}\n` : ''}`
}

function markdown(matrix: SupportMatrix, engine: string): string {
  const [head = [], ...rows] = cells(matrix, engine)
  const line = (row: string[]) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return `${[line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')}\n`
}
