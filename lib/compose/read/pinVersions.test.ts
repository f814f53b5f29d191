import { describe, expect, it } from 'vitest'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { composeWorkerType } from '@/lib/compose/composeWorkerType'
import { formatDesign } from '@/lib/compose/design/formatDesign'
import { exampleDesign } from '@/lib/compose/testing/exampleDesign'
import { parseDesign } from './parseDesign'
import { pinVersions } from './pinVersions'

const catalog = loadCatalog()
const design = exampleDesign('native', { env: {}, cache: {}, absent: {} }, { disabledPlugins: ['cache'] })
const versions = {
  'worker taskcluster-worker': '1.0.0',
  'engine native': '1.0.0',
  'plugin env': '1.0.0',
  'plugin cache': '1.0.0',
}

describe('pinVersions', () => {
  it('pins what the design uses', () => {
    expect(pinVersions(design, catalog).catalog).toEqual(versions)
    expect(pinVersions({ ...design, worker: 'absent' }, catalog)).toEqual({ ...design, worker: 'absent' })
    const open = { ...design, engine: { name: { $env: 'ENGINE' }, config: {} } }
    expect(Object.keys(pinVersions(open, catalog).catalog ?? {})).not.toContain('engine native')
  })

  it('stays in the text of a design, and leaves no trace where nothing is pinned', () => {
    const pinned = pinVersions(design, catalog)
    const read = parseDesign(formatDesign(pinned))
    expect(read).toMatchObject({ ok: true, value: { design: { catalog: versions } } })
    expect(formatDesign(design)).not.toContain('catalog')
    expect(formatDesign({ ...design, catalog: {} })).toBe(formatDesign(design))
  })

  it.each([
    ['catalog: {plugin env: 1}', 'catalog."plugin env"'],
    ['catalog: {plugin env: latest}', 'catalog."plugin env"'],
    ['catalog: {env: 1.0.0}', 'catalog.env'],
    ['catalog: [env]', 'catalog'],
  ])('refuses %s', (line, path) => {
    const read = parseDesign(`worker: taskcluster-worker\nengine: {name: native}\n${line}\n`)
    expect(read).toMatchObject({ ok: false, problems: [{ code: 'design-invalid', path, line: 3 }] })
  })
})

describe('a pinned version', () => {
  const changes = (pins: Record<string, string>) =>
    composeWorkerType({ ...design, plugins: { env: {}, cache: {} }, catalog: pins }, catalog).problems.filter(
      ({ code }) => code === 'entry-version-changed',
    )

  it('is not spoken of where it is the one at hand, or where its entry is not used', () => {
    expect(changes(versions)).toEqual([])
    expect(changes({ 'plugin cache': '0.9.0', 'plugin gone': '1.0.0', 'engine qemu': '2.0.0' })).toEqual([])
  })

  it('gives a warning where it is another one', () => {
    expect(changes({ 'plugin env': '0.9.0', 'engine native': '1.1.0' })).toMatchObject([
      { severity: 'warning', path: 'catalog."engine native"', component: 'engine native' },
      {
        message: 'The design was made with version 0.9.0 of plugin env, and the catalog has version 1.0.0.',
        path: 'catalog."plugin env"',
      },
    ])
  })
})
