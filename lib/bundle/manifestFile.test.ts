import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type BundleFile, manifestFile } from './bundleFile'
import { sampleComposition } from './testing/sampleComposition'
import { sampleFiles } from './testing/sampleFiles'

const files = sampleFiles.filter(({ path }) => path !== 'manifest.json')
const manifestOf = (given: BundleFile[]) =>
  manifestFile(sampleComposition(), { catalogVersions: {}, toolVersion: '1.0.0' }, given)

describe('manifestFile', () => {
  it('counts bytes, and writes modes as chmod takes them', () => {
    const { files: listed } = JSON.parse(manifestOf([{ path: 'ü', content: 'ü', mode: 0o755 }]))
    expect(listed).toMatchObject([{ path: 'ü', size: 2, mode: '0755' }])
  })

  it('names the payload schema by its digest, or none where there is none', () => {
    const schema = { path: 'payload-schema.json', content: '{}\n', mode: 0o644 as const }
    const { payloadSchemaSha256, files: listed } = JSON.parse(manifestOf([schema]))
    expect(payloadSchemaSha256).toBe(listed[0].sha256)
    expect(payloadSchemaSha256).toMatch(/^[0-9a-f]{64}$/)
    expect(JSON.parse(manifestOf(files)).payloadSchemaSha256).toBeNull()
  })

  it('is the same for the same files alone', () => {
    const [first, ...others] = files
    if (first === undefined) return expect.fail()
    expect(manifestOf([...files])).toBe(manifestOf(files))
    expect(manifestOf([{ ...first, content: `${first.content} ` }, ...others])).not.toBe(manifestOf(files))
  })
})

describe('its digests', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'wtd-manifest-'))
    for (const { path, content } of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), content)
    }
    writeFileSync(join(folder, 'manifest.json'), manifestOf(files))
  })
  afterEach(() => rmSync(folder, { recursive: true }))
  /** What the command in the manifest pipes into sha256sum. */
  const verify = () => {
    const { files: listed } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
    const lines = listed.map(({ sha256, path }: { sha256: string; path: string }) => `${sha256}  ${path}\n`)
    return spawnSync('sh', ['-c', 'sha256sum --check --strict --status'], { cwd: folder, input: lines.join('') }).status
  }

  it('are those of the files', () => {
    expect(verify()).toBe(0)
  })

  it.each([
    ['changed', () => writeFileSync(join(folder, 'start.sh'), 'rm')],
    ['gone', () => rmSync(join(folder, 'empty'))],
  ])('finds a file that is %s', (_, change) => {
    change()
    expect(verify()).not.toBe(0)
  })
})
