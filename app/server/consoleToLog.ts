import 'server-only'
import { formatWithOptions } from 'node:util'
import type { Logger } from 'pino'
import { redactCut } from '@/lib/base/redact'
import { currentRequest } from '@/lib/http/currentRequest'

/** of one print, in characters */
const longest = 5000

const levels = { debug: 'debug', log: 'info', info: 'info', trace: 'info', warn: 'warn', error: 'error' } as const

/**
 * Makes a line of the log of each print from now on: the framework prints what a page or an action throws. What it says of an action that it cannot read is kept for the one
 * line that tells of the request.
 */
export function consoleToLog(target: Pick<Console, keyof typeof levels>, log: Logger): void {
  for (const method of ['debug', 'log', 'info', 'trace', 'warn', 'error'] as const) {
    target[method] = (...values: unknown[]) => {
      const err = values.find((value) => value instanceof Error)
      const rest = values.filter((value) => value !== err)
      const text = redactCut(formatWithOptions({ depth: 4 }, ...rest), longest).trim()
      const request = currentRequest()
      if (request?.reached === false && levels[method] !== 'info') {
        request.why ??= [text, err instanceof Error ? redactCut(err.message, longest) : ''].filter(Boolean).join(' ')
        return
      }
      log[levels[method]](err === undefined ? {} : { err }, text === '' ? 'an error' : text)
    }
  }
}
