import { formatDesign } from '../../compose/formatDesign'
import { demandNoErrors, openDesign } from '../openDesign'
import type { Output } from '../output'
import { writeProblems } from '../writeProblems'
import { envOption } from './checkCommand'

/** `wtd import`: a worker's configuration file as a design on stdout; what was replaced and every warning on stderr. */
export function importCommand(
  path: string,
  options: { envFile?: string; catalogDir?: string },
  output: Output,
): number {
  const opened = openDesign(path, { as: 'import', ...envOption(options) })
  // No task may run on it, and still the configuration is what the admin has.
  const blocking = opened.problems.filter((problem) => problem.code !== 'no-task-can-run')
  demandNoErrors({ ...opened, problems: blocking })
  writeProblems(
    opened.problems.filter((problem) => problem.severity !== 'notice' || problem.code === 'secret-replaced'),
    output,
  )
  output.stdout(formatDesign(opened.design))
  return 0
}
