import { createReadStream } from 'node:fs'
import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { refused } from './backupRefused'

/**
 * The bytes of a backup from a file, `-` for standard input; compressed ones are unpacked, whatever the name. Throws `BackupRefused` while it is read:
 * `backup-unreadable`, and `backup-cut` for compressed bytes that are damaged.
 */
export async function* backupChunks(path: string): AsyncGenerator<Uint8Array> {
  const source = path === '-' ? process.stdin : createReadStream(path)
  try {
    yield* unpacked(source)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code.startsWith('Z_')) {
      throw refused('backup-cut', 'the compressed file is cut or damaged', { help: 'Take another copy of it.' })
    }
    const why: Record<string, string> = {
      ENOENT: 'there is no such file',
      EISDIR: 'this is a folder, not a file',
      EACCES: 'the file may not be read',
    }
    if (!/^E[A-Z]+$/.test(code)) throw error
    throw refused('backup-unreadable', why[code] ?? `the file cannot be read (${code})`)
  } finally {
    // who writes into a pipe that nobody reads would wait for ever
    source.destroy()
  }
}

async function* unpacked(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const all = source[Symbol.asyncIterator]()
  let first = Buffer.alloc(0)
  while (first.length < 2) {
    const next = await all.next()
    if (next.done) break
    first = Buffer.concat([first, next.value])
  }
  const whole = Readable.from(withFirst(first, all))
  if (first[0] !== 0x1f || first[1] !== 0x8b) {
    yield* whole
    return
  }
  const gunzip = createGunzip()
  // failures of either end the iteration below
  pipeline(whole, gunzip, () => {})
  yield* gunzip
}

async function* withFirst(first: Buffer, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (first.length > 0) yield first
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
}
