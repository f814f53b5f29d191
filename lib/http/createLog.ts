import pino, { type DestinationStream, type Logger } from 'pino'
import { errorForLog } from '@/lib/base/errorForLog'
import { isJsonObject } from '@/lib/base/json'
import { redactCut, redactWithin } from '@/lib/base/redact'
import { currentRequest } from './currentRequest'
import { logLevels } from './logLevels'

/** of a line: its texts, and all of it */
const bounds = { longestText: 5000, longest: 20_000 }
/** Longer lines are cut as texts. */
const longestLine = 1_000_000

/**
 * Structured logs, one JSON object a line, on standard error unless a destination is given. Secrets are taken out, wherever they stand; of what is long a line says how
 * it begins; and whatever is told, it stays one line that changes nothing of a terminal.
 */
export function createLog(
  name: string,
  level = levelOf(process.env.LOG_LEVEL),
  destination?: DestinationStream,
): Logger {
  const options = {
    name,
    level,
    serializers: { err: errorForLog },
    hooks: { streamWrite: cleanLine },
    mixin: ofRequest,
  }
  return pino(options, destination ?? pino.destination(2))
}

/** What is told while a request is answered names it. */
function ofRequest(): object {
  const requestId = currentRequest()?.id
  return requestId === undefined ? {} : { requestId }
}

/** A level that is none is told by whoever reads the settings. */
function levelOf(text: string | undefined): string {
  return logLevels.find((level) => level === text?.trim()) ?? 'info'
}

let isClean = false

/**
 * Tells the log what has no secrets and no long texts any more: looking for them takes longer than answering a short request. `told` is what the caller has bounded and
 * looked through itself.
 */
export function logClean(log: Logger, level: 'info' | 'warn', told: object, message: string): void {
  isClean = true
  try {
    log[level](told, message)
  } finally {
    isClean = false
  }
}

function cleanLine(line: string): string {
  if (isClean) return line.replace(unprintable, escaped)
  const entry = line.length > longestLine ? undefined : parse(line)
  const told = isJsonObject(entry) ? redactWithin(entry, bounds) : { level: 40, msg: redactCut(line, bounds.longest) }
  return `${JSON.stringify(told).replace(unprintable, escaped)}\n`
}

/** What JSON leaves as it is, and some readers of lines and terminals do not: C1 controls, other ends of lines, marks that turn text around. */
const unprintable = /[\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufeff]/g

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
