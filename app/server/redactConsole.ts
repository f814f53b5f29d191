import 'server-only'
import { formatWithOptions } from 'node:util'
import { errorText } from '@/lib/base/errorForLog'
import { redactCut } from '@/lib/base/redact'

/** of one print, in characters */
const longest = 20_000

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
      print('%s', redactCut(formatWithOptions({ depth: 4 }, ...told), longest))
    }
  }
}
