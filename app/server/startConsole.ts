import 'server-only'
import { createLog } from '@/lib/http/createLog'
import { consoleToLog } from './consoleToLog'
import { redactConsole } from './redactConsole'

/** What is printed from now on becomes lines of the log; in development it stays what it is, for whoever reads it there. Neither has secrets. */
export function startConsole(): void {
  if (process.env.NODE_ENV === 'production') consoleToLog(globalThis.console, createLog('next'))
  else redactConsole(globalThis.console)
}
