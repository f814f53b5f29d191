import 'server-only'
import { formatWithOptions } from 'node:util'
import type { Logger } from 'pino'
import { errorText } from '@/lib/base/errorForLog'
import { redactCut } from '@/lib/base/redact'
import { createLog } from '@/lib/http/createLog'
import { currentRequest } from '@/lib/http/currentRequest'

/** What is printed from now on becomes lines of the log; in development it stays what it is, for whoever reads it there. Neither has secrets. */
export function startConsole(): void {
  if (process.env.NODE_ENV === 'production') consoleToLog(globalThis.console, createLog('next'))
  else redactConsole(globalThis.console)
}

/** of one print, in characters */
const longestWritten = 20_000

const methods = ['debug', 'error', 'info', 'log', 'trace', 'warn'] as const

/**
 * Takes secrets out of what is printed through a console from now on: the framework prints there what a page or an action throws, with whatever the
 * message, the cause and the members of the error hold.
 */
export function redactConsole(target: Pick<Console, (typeof methods)[number]>): void {
  for (const method of methods) {
    const print = target[method].bind(target)
    target[method] = (...values: unknown[]) => {
      const told = values.map((value) => (value instanceof Error ? errorText(value) : value))
      // in one text, since a library may hand over its parts apart
      print('%s', redactCut(formatWithOptions({ depth: 4 }, ...told), longestWritten))
    }
  }
}

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
