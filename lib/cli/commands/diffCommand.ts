import { existsSync } from 'node:fs'
import { diffSide, type InForceSide, inForceSide, registeredSide } from '@/lib/cli/input/diffSide'
import { isConfigFile, type OpenOptions } from '@/lib/cli/input/openDesign'
import { readInput } from '@/lib/cli/input/readInput'
import { diffText } from '@/lib/cli/output/diffText'
import { CliExit, type Output } from '@/lib/cli/output/output'
import { compareInTime, unreadableInForce } from '@/lib/review/compareInTime'
import { reviewMarkdown } from '@/lib/review/reviewMarkdown'
import { reviewReport } from '@/lib/review/reviewReport'
import { type DocumentOptions, envOption } from './checkCommand'

interface Options extends DocumentOptions {
  against?: string
  server?: string
  format?: string
}

/**
 * `wtd diff`: what a design would change: against what the Queue of the running app holds at this moment, one of the versions that were registered, or another file. 0 when it is
 * proved that no task which works today stops working, 1 when some do or nobody can tell.
 */
export async function diffCommand(path: string, options: Options, output: Output): Promise<number> {
  const against = options.against ?? 'registered'
  const isRegistered = against === 'registered' || (/^[1-9]\d{0,8}$/.test(against) && !existsSync(against))
  const open = hintsFor(isRegistered ? [path] : [path, against], envOption(options))
  const next = diffSide(path, open(path))
  const { side: old, unread } = isRegistered
    ? await ofApp(against, taskQueueIdOf(next, path), options)
    : { side: diffSide(against, open(against)) }
  const found = compareInTime(old, next, () => performance.now())
  const report = reviewReport(old, next, unread === undefined ? found : unreadableInForce(unread, found))
  if (options.format === 'json') output.stdout(`${JSON.stringify(report, null, 2)}\n`)
  else output.stdout(options.format === 'markdown' ? reviewMarkdown(report) : diffText(report))
  return report.answer === 'no' ? 0 : 1
}

async function ofApp(against: string, taskQueueId: string, options: Options): Promise<InForceSide> {
  if (against === 'registered') return inForceSide(taskQueueId, options)
  return { side: await registeredSide(taskQueueId, Number(against), options) }
}

/** Engine and version are for the files that do not say them. Where all do, they are refused when the first one is opened. */
function hintsFor(paths: string[], options: OpenOptions): (path: string) => OpenOptions {
  const { engine, workerVersion, ...others } = options
  if (engine === undefined && workerVersion === undefined) return () => options
  const takes = (path: string) => path === '-' || isConfigFile(readInput(path))
  const some = paths.some(takes)
  return (path) => (some && !takes(path) ? others : options)
}

function taskQueueIdOf({ composition }: ReturnType<typeof diffSide>, path: string): string {
  if (composition !== undefined) return `${composition.provisionerId}/${composition.workerType}`
  const message = 'This is a payload schema alone, which does not say which worker type it is of.'
  const help = 'Give a design, or --against FILE.'
  throw new CliExit(2, [{ code: 'usage', severity: 'error', message, path: '', file: path, help }])
}
