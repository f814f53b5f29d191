import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { gunzipSync as gunzip, strFromU8, unzipSync } from 'fflate'
import { extract } from 'tar-stream'
import { describe, expect, it } from 'vitest'
import { archiveBundle } from './archiveBundle'
import { sampleFiles } from './testing/sampleFiles'

const program = fileURLToPath(new URL('./testing/archiveDigests.ts', import.meta.url))

function digestsUnder(timeZone: string, umask: string): string {
  return execFileSync('sh', ['-c', `umask ${umask}; exec "$0" --import tsx "$1"`, process.execPath, program], {
    encoding: 'utf8',
    env: { ...process.env, TZ: timeZone, NODE_OPTIONS: '' },
  })
}

async function readTar(tar: Uint8Array) {
  const reader = extract()
  reader.end(tar)
  const entries = []
  for await (const entry of reader) {
    const chunks: Uint8Array[] = []
    for await (const chunk of entry) if (chunk instanceof Uint8Array) chunks.push(chunk)
    const content = Buffer.concat(chunks).toString()
    const { name, mode, mtime, uname, uid, type } = entry.header
    entries.push({ name, mode, time: mtime?.getTime(), uname, uid, type, content })
  }
  return entries
}

describe('archiveBundle', () => {
  it('packs a tar archive that another implementation reads', async () => {
    const tar = gunzip(archiveBundle(sampleFiles, 'tar.gz'))
    expect(await readTar(tar)).toEqual(
      sampleFiles.map(({ path, mode, content }) => {
        return { name: `proj-native/${path}`, mode, time: 0, uname: 'root', uid: 0, type: 'file', content }
      }),
    )
  })

  it('packs a ZIP archive with contents and permissions', () => {
    const zip = archiveBundle(sampleFiles, 'zip')
    const read = Object.entries(unzipSync(zip)).map(([path, content]) => [path, strFromU8(content)])
    expect(read).toEqual(sampleFiles.map(({ path, content }) => [`proj-native/${path}`, content]))
    expect(centralModes(zip)).toEqual(sampleFiles.map(({ mode }) => 0o100000 | mode))
  })

  it('writes neither a time nor the name of this system into the gzip header', () => {
    const archive = archiveBundle(sampleFiles, 'tar.gz')
    expect([...archive.subarray(0, 10)]).toEqual([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 3])
  })

  it('gives the same bytes in every time zone and under every umask', () => {
    const places = ['UTC', 'Asia/Tokyo', 'America/New_York'] as const
    const digests = places.map((place, index) => digestsUnder(place, ['022', '077', '000'][index] ?? '022'))
    expect(new Set(digests).size).toBe(1)
    expect(digests[0]).toMatch(/^tar\.gz [0-9a-f]{64}\nzip [0-9a-f]{64}\n$/)
  })

  it('refuses a path that a tar header cannot hold', () => {
    const files = [...sampleFiles, { path: 'x'.repeat(101), content: '', mode: 0o644 as const }]
    expect(() => archiveBundle(files, 'tar.gz')).toThrow('does not fit')
  })

  it('refuses files that are no bundle', () => {
    expect(() => archiveBundle([], 'zip')).toThrow('no manifest')
  })
})

/** File modes as the central directory of a ZIP archive has them, in its order. */
function centralModes(zip: Uint8Array): number[] {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  const modes: number[] = []
  let offset = view.getUint32(zip.length - 22 + 16, true)
  while (view.getUint32(offset, true) === 0x02014b50) {
    modes.push(view.getUint32(offset + 38, true) >>> 16)
    const variable = [28, 30, 32].map((field) => view.getUint16(offset + field, true))
    offset += 46 + variable.reduce((sum, length) => sum + length, 0)
  }
  return modes
}
