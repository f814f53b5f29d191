import pino, { type DestinationStream, type Logger } from 'pino'
import { errorForLog } from '../../base/errorForLog'
import { isJsonObject } from '../../base/json'
import { redactMembers, redactText } from '../../base/redact'

/** Structured logs, one JSON object a line, from which secrets are taken out, wherever they stand. */
export function createLog(name: string, level = 'info', destination?: DestinationStream): Logger {
  const options = { name, level, serializers: { err: errorForLog }, hooks: { streamWrite: withoutSecrets } }
  return pino(options, destination)
}

function withoutSecrets(line: string): string {
  const entry = parse(line)
  return isJsonObject(entry) ? `${JSON.stringify(redactMembers(entry))}\n` : redactText(line)
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
