import { refused } from './backupRefused'

/** One line of a file, without the character at its end. */
export interface Line {
  bytes: Buffer
  /** counted from 1 */
  number: number
  /** false for the last one of a file that ends without a line feed */
  ended: boolean
}

/** Cuts a stream of bytes into lines. Refuses a line of more than `longest` bytes before more of it is kept. */
export async function* splitLines(chunks: AsyncIterable<Uint8Array>, longest: number): AsyncGenerator<Line> {
  let parts: Buffer[] = []
  let length = 0
  let number = 1
  const keep = (part: Buffer) => {
    length += part.length
    if (length > longest) {
      const message = `the line has more than ${longest / 1024 / 1024} MB`
      throw refused('backup-line-too-long', message, { line: number })
    }
    parts.push(part)
  }
  for await (const chunk of chunks) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    let start = 0
    for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, start)) {
      keep(bytes.subarray(start, end))
      yield { bytes: Buffer.concat(parts), number, ended: true }
      number++
      parts = []
      length = 0
      start = end + 1
    }
    if (start < bytes.length) keep(bytes.subarray(start))
  }
  if (length > 0) yield { bytes: Buffer.concat(parts), number, ended: false }
}
