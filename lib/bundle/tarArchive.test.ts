import { spawnSync } from 'node:child_process'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { tarArchive, zipArchive } from './archiveBundle'
import type { BundleFile } from './bundleFile'

const file = (path: string, content = '', mode: BundleFile['mode'] = 0o644): BundleFile => ({ path, content, mode })
const long = `examples/${'x'.repeat(91)}`
const files: BundleFile[] = [
  file('Größe 東京.md', 'ü'),
  file('it\'s "quoted" $HOME `id`.txt', 'a\n'),
  file(long, 'y'.repeat(512)),
  file('-rf', 'z'.repeat(513), 0o755),
  file('__proto__', 'odd'),
  ...Array.from({ length: 300 }, (_, i) => file(`many/${i}`, `${i}`)),
]
const folder = 'p'.repeat(38)

describe('tarArchive', () => {
  const tar = tarArchive(files, folder)
  const run = (...args: string[]) =>
    spawnSync('tar', args, { input: tar, env: { NODE_ENV: 'test', PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8' } })

  it('is read by tar, every name and every byte of it', () => {
    const listed = run('--list', '--file=-', '--quoting-style=literal')
    expect([listed.status, listed.stderr.toString()]).toEqual([0, ''])
    expect(listed.stdout.toString().split('\n').slice(0, -1)).toEqual(files.map(({ path }) => `${folder}/${path}`))
    const contents = run('--extract', '--file=-', '--to-stdout')
    expect(contents.stdout.toString()).toBe(files.map(({ content }) => content).join(''))
  })

  it('has whole blocks, and two empty ones at its end', () => {
    expect(tar.length % 512).toBe(0)
    expect(tar.subarray(-1024).every((byte) => byte === 0)).toBe(true)
    expect(tar.subarray(-1536, -1024).some((byte) => byte !== 0)).toBe(true)
  })

  it('has the sum of each header in it, with spaces in its own place', () => {
    const single = tarArchive([file('a', 'x'.repeat(700))], 'f')
    const header = single.subarray(0, 512)
    const sum = header.reduce((total, byte, i) => total + (i >= 148 && i < 156 ? 32 : byte), 0)
    expect(new TextDecoder().decode(header.subarray(148, 156))).toBe(`${sum.toString(8).padStart(6, '0')}\0 `)
    expect(new TextDecoder().decode(header.subarray(124, 136))).toBe(`${(700).toString(8).padStart(11, '0')}\0`)
  })

  it.each<[string, BundleFile[], string]>([
    ['a path over 100 bytes', [file('x'.repeat(101))], 'f'],
    ['a path whose letters have more bytes', [file('é'.repeat(51))], 'f'],
    ['a folder over 155 bytes', [file('x')], 'f'.repeat(156)],
  ])('refuses %s', (_, given, where) => {
    expect(() => tarArchive(given, where)).toThrow('does not fit')
  })

  it('holds what just fits', () => {
    expect(() => tarArchive([file('é'.repeat(50))], 'f'.repeat(155))).not.toThrow()
  })
})

describe('zipArchive', () => {
  it('has every name and every byte, in their order', () => {
    const found = Object.entries(unzipSync(zipArchive(files, folder)))
    expect(found.map(([path]) => path)).toEqual(files.map(({ path }) => `${folder}/${path}`))
    expect(found.map(([, bytes]) => new TextDecoder().decode(bytes))).toEqual(files.map(({ content }) => content))
  })

  it('says that names are UTF-8 where they are no ASCII', () => {
    const flags = (path: string) => new DataView(zipArchive([file(path)], 'f').buffer).getUint16(6, true)
    expect(flags('東京') & 0x800).toBe(0x800)
  })
})
