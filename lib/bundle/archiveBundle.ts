import { gzipSync, strToU8, type Zippable, type ZippableFile, zipSync } from 'fflate'
import { isJsonObject, type JsonValue } from '@/lib/base/json'
import { type BundleFile, bundleFolderName } from './bundleFile'

export type ArchiveFormat = 'tar.gz' | 'zip'

/**
 * Packs a bundle into one archive below the folder `<provisionerId>-<workerType>`. The bytes depend on nothing but the files: neither on
 * the clock, the time zone, the umask nor the version of a system library. Throws on files that are no bundle.
 */
export function archiveBundle(files: BundleFile[], format: ArchiveFormat): Uint8Array {
  const folder = bundleFolderName(taskQueueIdOf(files))
  switch (format) {
    case 'tar.gz':
      return gzipSync(tarArchive(files, folder), { level: 9, mtime: 0 })
    case 'zip':
      return zipArchive(files, folder)
  }
}

function taskQueueIdOf(files: BundleFile[]): string {
  const content = files.find(({ path }) => path === 'manifest.json')?.content
  const manifest: JsonValue = content === undefined ? null : JSON.parse(content)
  if (!isJsonObject(manifest) || typeof manifest.taskQueueId !== 'string') throw new Error('the files have no manifest')
  return manifest.taskQueueId
}

const BLOCK = 512

/**
 * The files as a POSIX ustar archive below one folder: in the given order, owned by root, dated 1970-01-01, so that the same files give
 * the same bytes everywhere. Throws on a path that the format cannot hold (folder over 155 bytes, path over 100).
 */
export function tarArchive(files: BundleFile[], folder: string): Uint8Array {
  const parts = files.flatMap((file) => {
    const content = new TextEncoder().encode(file.content)
    const padding = new Uint8Array((BLOCK - (content.length % BLOCK)) % BLOCK)
    return [header(folder, file, content.length), content, padding]
  })
  return concat([...parts, new Uint8Array(2 * BLOCK)])
}

function header(folder: string, file: BundleFile, size: number): Uint8Array {
  const block = new Uint8Array(BLOCK)
  const put = (text: string, offset: number, length: number) => {
    const bytes = new TextEncoder().encode(text)
    if (bytes.length > length)
      throw new Error(`${JSON.stringify(text)} does not fit into ${length} bytes of a tar header`)
    block.set(bytes, offset)
  }
  const octal = (value: number, length: number) => `${value.toString(8).padStart(length - 1, '0')}\0`

  put(file.path, 0, 100)
  put(octal(file.mode, 8), 100, 8)
  put(octal(0, 8), 108, 8)
  put(octal(0, 8), 116, 8)
  put(octal(size, 12), 124, 12)
  put(octal(0, 12), 136, 12)
  put('        ', 148, 8)
  put('0', 156, 1)
  put('ustar\x0000', 257, 8)
  put('root', 265, 32)
  put('root', 297, 32)
  put(octal(0, 8), 329, 8)
  put(octal(0, 8), 337, 8)
  put(folder, 345, 155)
  // the sum is taken with the checksum's own place filled with spaces
  const sum = block.reduce((total, byte) => total + byte, 0)
  put(`${octal(sum, 7)} `, 148, 8)
  return block
}

function concat(parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let offset = 0
  for (const part of parts) {
    whole.set(part, offset)
    offset += part.length
  }
  return whole
}

const UNIX = 3
const REGULAR_FILE = 0o100000

/** The files as a ZIP archive below one folder, with Unix permissions. The same files give the same bytes everywhere. */
export function zipArchive(files: BundleFile[], folder: string): Uint8Array {
  const entries = files.map((file): [string, ZippableFile] => [
    `${folder}/${file.path}`,
    [
      strToU8(file.content),
      {
        level: 9,
        os: UNIX,
        attrs: (REGULAR_FILE | file.mode) << 16,
        // the format holds local time: this is its first day in every time zone
        mtime: new Date(1980, 0, 1),
      },
    ],
  ])
  const zippable: Zippable = Object.fromEntries(entries)
  return zipSync(zippable)
}
