import type { DestinationStream, Logger } from 'pino'
import { createLog } from './createLog'

/** The log of a Queue or gate in a process of its own. */
export function queueLog(level: string, destination?: DestinationStream): Logger {
  return createLog('queue', level, destination)
}

/** A request target for the log, where long ones are cut. */
export function loggedTarget(target: string): string {
  return target.length > 500 ? `${target.slice(0, 500)}…` : target
}
