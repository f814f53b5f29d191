import { gunzipSync } from 'node:zlib'
import { extract } from 'tar-stream'

/** The files of a `.tar.gz`, by path without its top folder. */
export async function readTarGz(archive: Buffer): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>()
  const reader = extract()
  reader.end(gunzipSync(archive))
  for await (const entry of reader) {
    const parts: Buffer[] = []
    for await (const part of entry) if (Buffer.isBuffer(part)) parts.push(part)
    if (entry.header.type === 'file') files.set(entry.header.name.replace(/^[^/]*\//, ''), Buffer.concat(parts))
  }
  return files
}
