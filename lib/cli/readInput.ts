import { closeSync, openSync, readSync } from 'node:fs'
import { CliExit } from './cliExit'

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
