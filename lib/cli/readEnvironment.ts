import { isJsonObject } from '@/lib/base/json'
import { CliExit } from './cliExit'
import { readInput } from './readInput'

/**
 * An environment file: a JSON object, or lines `NAME=VALUE` (blank lines and lines that begin with # are skipped, a pair of quotes around a value
 * is taken away). Values of JSON that are no text are written as JSON.
 */
export function readEnvironment(path: string): Record<string, string> {
  const text = readInput(path)
  return /^\s*\{/.test(text) ? readJson(text, path) : readLines(text, path)
}

function readJson(text: string, file: string): Record<string, string> {
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    data = undefined
  }
  if (!isJsonObject(data)) throw unreadable(file, 'The environment file is no JSON object.')
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  )
}

function readLines(text: string, file: string): Record<string, string> {
  const environment: Record<string, string> = {}
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.trim()
    if (line === '' || line.startsWith('#')) continue
    const match = /^(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)=(.*)$/.exec(line)
    if (!match?.[1]) throw unreadable(file, 'This line is not NAME=VALUE.', index + 1)
    const value = match[2] ?? ''
    const quoted = /^(["'])(.*)\1$/.exec(value)
    environment[match[1]] = quoted ? (quoted[2] ?? '') : value
  }
  return environment
}

function unreadable(file: string, message: string, line?: number): CliExit {
  return new CliExit(2, [
    {
      code: 'unreadable-environment',
      severity: 'error',
      message,
      path: '',
      file,
      ...(line === undefined ? {} : { line }),
    },
  ])
}
