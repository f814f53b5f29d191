import pino, { type DestinationStream, type Logger } from 'pino'

/** Structured logs, one JSON object a line, without secrets: signatures are cut out wherever they are known to stand. */
export function queueLog(level: string, destination?: DestinationStream): Logger {
  const redact = { paths: ['authorization', 'headers.authorization', '*.authorization'], censor: 'removed' }
  return pino({ name: 'queue', level, redact }, destination)
}

/** A request target for the log: a bewit in its query is as good as a password, and is taken out. */
export function loggedTarget(target: string): string {
  const shown = target.replace(/([?&]bewit=)[^&]*/gi, '$1removed')
  return shown.length > 500 ? `${shown.slice(0, 500)}…` : shown
}
