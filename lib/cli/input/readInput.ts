import { closeSync, openSync, readSync } from 'node:fs'
import { isJsonObject } from '@/lib/base/json'
import { CliExit } from '@/lib/cli/output/output'

/** Nothing that is read here is larger; /dev/zero and the like never end. In bytes. */
const largest = 256 * 1024 * 1024

/** The text of a file, `-` for standard input. What cannot be read ends the command with status 2. */
export function readInput(path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readBytes(path))
  } catch (cause) {
    throw new CliExit(2, [
      {
        code: 'unreadable-file',
        severity: 'error',
        message: reason(cause),
        path: '',
        file: path === '-' ? 'standard input' : path,
      },
    ])
  }
}

function readBytes(path: string): Buffer {
  const file = path === '-' ? 0 : openSync(path, 'r')
  try {
    const chunks: Buffer[] = []
    for (let total = 0; ; ) {
      const chunk = Buffer.allocUnsafe(64 * 1024)
      const length = readSync(file, chunk, { length: chunk.length })
      if (length === 0) return Buffer.concat(chunks)
      total += length
      if (total > largest) throw new RangeError('too large')
      chunks.push(chunk.subarray(0, length))
    }
  } finally {
    if (file !== 0) closeSync(file)
  }
}

function reason(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  if (code === 'ENOENT') return 'There is no such file.'
  if (code === 'EISDIR') return 'This is a folder, not a file.'
  if (code === 'EACCES') return 'The file may not be read.'
  if (cause instanceof RangeError) return 'The file is larger than 256 MB.'
  return cause instanceof TypeError ? 'The file is no UTF-8 text.' : 'The file cannot be read.'
}

/**
 * An environment file: a JSON object, or lines `NAME=VALUE` (blank lines and lines that begin with # are skipped, a pair of quotes around a value
 * is taken away). Values of JSON that are no text are written as JSON.
 */
export function readEnvironmentFile(path: string): Record<string, string> {
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
