import { readFileSync } from 'node:fs'
import { isErrorWithCode } from '@/lib/registry/isErrorWithCode'

/** The content of a file without space at its ends, or undefined where there is none. */
export function readSecretFile(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch (error) {
    if (isErrorWithCode(error, 'ENOENT') || isErrorWithCode(error, 'ENOTDIR')) return undefined
    throw error
  }
}
