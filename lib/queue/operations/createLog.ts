import pino, { type DestinationStream, type Logger } from 'pino'
import { errorForLog } from '../../base/errorForLog'
import { isJsonObject } from '../../base/json'
import { redactCut } from '../../base/redact'
import { redactWithin } from '../../base/redactWithin'

/** of a line: its texts, and all of it */
const bounds = { longestText: 5000, longest: 20_000 }
/** Longer lines are cut as texts. */
const longestLine = 1_000_000

/** Structured logs, one JSON object a line, from which secrets are taken out, wherever they stand, and which say of what is long how it begins. */
export function createLog(name: string, level = 'info', destination?: DestinationStream): Logger {
  const options = { name, level, serializers: { err: errorForLog }, hooks: { streamWrite: withoutSecrets } }
  return pino(options, destination)
}

function withoutSecrets(line: string): string {
  const entry = line.length > longestLine ? undefined : parse(line)
  return isJsonObject(entry)
    ? `${JSON.stringify(redactWithin(entry, bounds))}\n`
    : `${redactCut(line, bounds.longest)}\n`
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
