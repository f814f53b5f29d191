import { readFileSync } from 'node:fs'
import { CliExit } from './cliExit'

/** The text of a file, `-` for standard input. What cannot be read ends the command with status 2. */
export function readInput(path: string): string {
  try {
    const bytes = readFileSync(path === '-' ? 0 : path)
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
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

function reason(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  if (code === 'ENOENT') return 'There is no such file.'
  if (code === 'EISDIR') return 'This is a folder, not a file.'
  if (code === 'EACCES') return 'The file may not be read.'
  return cause instanceof TypeError ? 'The file is no UTF-8 text.' : 'The file cannot be read.'
}
