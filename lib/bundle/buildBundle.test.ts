import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { JsonValue } from '@/lib/base/json'
import type { Result } from '@/lib/base/problem'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import type { Composition } from '@/lib/compose/composition'
import { buildBundle } from './buildBundle'
import type { BundleFile } from './bundleFile'
import { sampleComposition, workerConfig } from './testing/sampleComposition'

const catalog = loadCatalog()
const versions = { catalogVersions: { 'engine native': '1.0.0' }, toolVersion: '1.2.3' }

function demand<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}

function bundleOf(composition: Composition): Record<string, BundleFile> {
  return Object.fromEntries(demand(buildBundle(composition, catalog, versions)).map((file) => [file.path, file]))
}

const bundle = bundleOf(sampleComposition())
const json = (path: string): JsonValue => JSON.parse(bundle[path]?.content ?? '')

describe('buildBundle', () => {
  it('has the files that the README of the room names, sorted', () => {
    const paths = demand(buildBundle(sampleComposition(), catalog, versions)).map(({ path }) => path)
    expect(paths).toEqual([...paths].sort())
    const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8')
    const table = [...readme.matchAll(/^\| (`.*) \| /gm)].flatMap(([, cell = '']) => [...cell.matchAll(/`([^`]+)`/g)])
    expect(table.map(([, path]) => path).filter((path) => path !== 'examples/full.json')).toEqual(paths)
  })

  it('makes nothing executable but the start script', () => {
    const programs = Object.values(bundle).filter(({ mode }) => mode === 0o755)
    expect(programs.map(({ path }) => path)).toEqual(['start-worker.sh'])
  })

  it('names every other file in the manifest, with what it holds', () => {
    const files = Object.values(bundle).filter(({ path }) => path !== 'manifest.json')
    expect(json('manifest.json')).toEqual({
      format: 1,
      taskQueueId: 'proj/native-1',
      worker: 'taskcluster-worker',
      engine: 'native',
      plugins: [],
      payloadSchemaSha256: digest(bundle['payload-schema.json']?.content ?? ''),
      versions: { catalog: { 'engine native': '1.0.0' }, tool: '1.2.3' },
      files: files.map(({ path, content, mode }) => ({
        path,
        sha256: digest(content),
        size: Buffer.byteLength(content),
        mode: mode === 0o755 ? '0755' : '0644',
      })),
      verify: expect.stringContaining('sha256sum --check'),
    })
  })

  it('tells in its README what each file is', () => {
    const readme = bundle['README.md']?.content ?? ''
    for (const path of Object.keys(bundle)) expect(readme).toContain(`- \`${path}\`: `)
  })

  it('declares the worker type', () => {
    expect(json('worker-type.json')).toEqual({
      provisionerId: 'proj',
      workerType: 'native-1',
      taskQueueId: 'proj/native-1',
      declaration: {
        description: 'Native builds',
        stability: 'experimental',
        payloadSchema: json('payload-schema.json'),
      },
    })
  })

  it('writes the configuration for the worker program', () => {
    const config = workerConfig({ engineConfig: { createUser: true, groups: ['on', '0755'] } })
    const { content = '' } = bundleOf(sampleComposition({ workerConfig: config }))['config.yml'] ?? {}
    expect(parse(content, { version: '1.1' })).toEqual(config)
    expect(content).toMatch(/^# Configuration of taskcluster-worker for proj\/native-1\.\n/)
  })

  it('gives the same bytes for the same composition', () => {
    expect(buildBundle(sampleComposition(), catalog, versions)).toEqual(
      buildBundle(structuredClone(sampleComposition()), catalog, versions),
    )
  })

  it('refuses a composition with errors, and says which', () => {
    const error = { code: 'config-invalid', severity: 'error' as const, message: 'Wrong.', path: 'engine' }
    const notice = { code: 'other', severity: 'notice' as const, message: 'Known.', path: '' }
    expect(buildBundle(sampleComposition({ problems: [notice, error] }), catalog, versions)).toEqual({
      ok: false,
      problems: [error],
    })
  })

  it('refuses a composition without a schema', () => {
    const result = buildBundle(sampleComposition({ effectiveSchema: undefined }), catalog, versions)
    expect(result).toMatchObject({ ok: false, problems: [{ code: 'no-payload-schema', severity: 'error' }] })
  })

  it('refuses a folder that no system can have', () => {
    const config = workerConfig({ settings: { temporaryFolder: '/mnt/a\0b' } })
    const result = buildBundle(sampleComposition({ workerConfig: config }), catalog, versions)
    expect(result).toMatchObject({
      ok: false,
      problems: [{ code: 'folder-unusable', path: 'settings.temporaryFolder' }],
    })
  })

  it('warns of variables that no start script can set', () => {
    const config = workerConfig({ settings: { a: { $env: 'MY-NAME' }, b: { $env: 'GOOD' } }, transforms: ['env'] })
    expect(buildBundle(sampleComposition({ workerConfig: config }), catalog, versions)).toMatchObject({
      ok: true,
      problems: [{ code: 'variable-name-unusable', severity: 'warning' }],
    })
  })

  it('escapes what the admin typed in the README', () => {
    const composition = sampleComposition()
    const typed = { ...composition, design: { ...composition.design, description: '# <b>Hi</b> | x' } }
    expect(bundleOf(typed)['README.md']?.content).toContain('\n\n\\# &lt;b&gt;Hi&lt;/b&gt; \\| x\n\n')
  })
})

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
