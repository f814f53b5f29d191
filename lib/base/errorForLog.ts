import type { JsonObject, JsonValue } from './json'
import { redactCut } from './redact'

/** How deep causes are followed. */
const deepest = 5
/** of a message, and of where it happened, in characters */
const longest = 5000

/**
 * An error as it may be logged: kind, message, code, digest, where it happened, and the same of its causes, less what looks like a secret.
 * Everything else that libraries hang on errors is left out: drivers of databases and clients of services put whole requests there. Of a failed
 * query its values are left out too, since they are what somebody has stored.
 */
export function errorForLog(error: unknown, depth = 0): JsonObject {
  if (!(error instanceof Error)) return { message: redactCut(String(error), longest) }
  const told = { ...member(error, 'code'), ...member(error, 'digest') }
  const errors = error instanceof AggregateError && depth < deepest ? error.errors.slice(0, deepest) : []
  return {
    type: error.name,
    message: redactCut(withoutValues(error.message), longest),
    ...told,
    stack: frames(error),
    ...(error.cause === undefined || depth >= deepest ? {} : { cause: errorForLog(error.cause, depth + 1) }),
    ...(errors.length === 0 ? {} : { errors: errors.map((each) => errorForLog(each, depth + 1)) }),
  }
}

/** The same as a text. */
export function errorText(error: unknown): string {
  return textOf(errorForLog(error))
}

function textOf({ type, message, code, digest, stack, cause, errors }: JsonObject): string {
  const facts = Object.entries({ code, digest }).flatMap(([name, value]) =>
    value === undefined ? [] : `${name}: ${value}`,
  )
  const inner = [cause, ...(Array.isArray(errors) ? errors : [])].flatMap((each) =>
    typeof each === 'object' && each !== null && !Array.isArray(each) ? [`because of ${textOf(each)}`] : [],
  )
  const head = `${type === undefined ? '' : `${type}: `}${message}${facts.length === 0 ? '' : ` (${facts.join(', ')})`}`
  return [head, ...(typeof stack === 'string' && stack !== '' ? [stack] : []), ...inner].join('\n')
}

/** Drizzle's messages of failed queries end with the values of the query. */
function withoutValues(message: string): string {
  return message.replace(/^(Failed query: [\s\S]*?\nparams: )[\s\S]*$/, '$1left out')
}

function member(error: Error, name: 'code' | 'digest'): Record<string, JsonValue> {
  const value: unknown = Object.getOwnPropertyDescriptor(error, name)?.value
  return typeof value === 'string' || typeof value === 'number' ? { [name]: value } : {}
}

/** Where it happened. The message stands in front of it, and may have any lines. */
function frames({ stack = '', message }: Error): string {
  const start = stack.indexOf(message)
  const behind = start < 0 ? stack : stack.slice(start + message.length)
  const lines = behind.split('\n').filter((line) => /^\s+at /.test(line))
  return redactCut(lines.join('\n'), longest)
}
