import { existsSync } from 'node:fs'
import { compareInTime } from '../../review/compareInTime'
import { reviewMarkdown } from '../../review/reviewMarkdown'
import { reviewReport } from '../../review/reviewReport'
import { CliExit } from '../cliExit'
import { diffSide } from '../diffSide'
import { diffText } from '../diffText'
import type { Output } from '../output'
import { registeredSide } from '../registeredSide'
import { envOption } from './checkCommand'

interface Options {
  against?: string
  server?: string
  format?: string
  envFile?: string
  catalogDir?: string
}

/**
 * `wtd diff`: what a design would change: against what is registered with the running app, one of its versions, or another file. 0 when it is
 * proved that no task which works today stops working, 1 when some do or nobody can tell.
 */
export async function diffCommand(path: string, options: Options, output: Output): Promise<number> {
  const open = envOption(options)
  const next = diffSide(path, open)
  const against = options.against ?? 'registered'
  const old =
    against === 'registered' || (/^[1-9]\d{0,8}$/.test(against) && !existsSync(against))
      ? await registeredSide(taskQueueIdOf(next, path), against, options)
      : diffSide(against, open)
  const report = reviewReport(
    old,
    next,
    compareInTime(old, next, () => performance.now()),
  )
  if (options.format === 'json') output.stdout(`${JSON.stringify(report, null, 2)}\n`)
  else output.stdout(options.format === 'markdown' ? reviewMarkdown(report) : diffText(report))
  return report.answer === 'no' ? 0 : 1
}

function taskQueueIdOf({ composition }: ReturnType<typeof diffSide>, path: string): string {
  if (composition !== undefined) return `${composition.provisionerId}/${composition.workerType}`
  const message = 'This is a payload schema alone, which does not say which worker type it is of.'
  const help = 'Give a design, or --against FILE.'
  throw new CliExit(2, [{ code: 'usage', severity: 'error', message, path: '', file: path, help }])
}
