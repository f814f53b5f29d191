import { existsSync } from 'node:fs'
import { compareInTime } from '../../review/compareInTime'
import { reviewMarkdown } from '../../review/reviewMarkdown'
import { reviewReport } from '../../review/reviewReport'
import { unreadableInForce } from '../../review/unreadableInForce'
import { CliExit } from '../cliExit'
import { diffSide } from '../diffSide'
import { diffText } from '../diffText'
import type { Output } from '../output'
import { type InForceSide, inForceSide, registeredSide } from '../registeredSide'
import { envOption } from './checkCommand'

interface Options {
  against?: string
  server?: string
  format?: string
  envFile?: string
  catalogDir?: string
}

/**
 * `wtd diff`: what a design would change: against what the Queue of the running app holds at this moment, one of the versions that were registered, or another file. 0 when it is
 * proved that no task which works today stops working, 1 when some do or nobody can tell.
 */
export async function diffCommand(path: string, options: Options, output: Output): Promise<number> {
  const next = diffSide(path, envOption(options))
  const against = options.against ?? 'registered'
  const { side: old, unread } = await oldSide(against, options, () => taskQueueIdOf(next, path))
  const found = compareInTime(old, next, () => performance.now())
  const report = reviewReport(old, next, unread === undefined ? found : unreadableInForce(unread, found))
  if (options.format === 'json') output.stdout(`${JSON.stringify(report, null, 2)}\n`)
  else output.stdout(options.format === 'markdown' ? reviewMarkdown(report) : diffText(report))
  return report.answer === 'no' ? 0 : 1
}

async function oldSide(against: string, options: Options, taskQueueId: () => string): Promise<InForceSide> {
  if (against === 'registered') return inForceSide(taskQueueId(), options)
  const isVersion = /^[1-9]\d{0,8}$/.test(against) && !existsSync(against)
  if (isVersion) return { side: await registeredSide(taskQueueId(), Number(against), options) }
  return { side: diffSide(against, envOption(options)) }
}

function taskQueueIdOf({ composition }: ReturnType<typeof diffSide>, path: string): string {
  if (composition !== undefined) return `${composition.provisionerId}/${composition.workerType}`
  const message = 'This is a payload schema alone, which does not say which worker type it is of.'
  const help = 'Give a design, or --against FILE.'
  throw new CliExit(2, [{ code: 'usage', severity: 'error', message, path: '', file: path, help }])
}
