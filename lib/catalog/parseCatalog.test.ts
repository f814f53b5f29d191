import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { CatalogError } from '@/lib/catalog/entry/catalogError'
import { compileCatalog, loadCatalog } from './loadCatalog'
import { parseCatalog } from './parseCatalog'

const worker = `kind: worker
worker: demo
name: demo
version: 1.0.0
title: Demo
description: A worker for tests.
configFormat: demo
merge: disjoint
identity: {provisionerId: ^.+$, workerType: ^.+$}
engineFeatures: {newShell: Open a shell, kill: Kill}
workerScopes: []
configSchema: {type: object, properties: {port: {type: integer}}}
payloadSchema: {}
`
const engine = `kind: engine
worker: demo
name: plain
version: 1.0.0
title: Plain
description: An engine for tests.
platforms: [linux]
maxConcurrency: 0
configSchema: {type: object}
payloadSchema: {}
volumeSchema: {type: object}
features:
  newShell: {supported: false, reason: it has none}
  kill: {supported: true}
`
const plugin = `kind: plugin
worker: demo
name: shell
version: 1.0.0
title: Shell
description: A plugin for tests.
whenDisabled: refused
needs: [port]
configSchema: {type: object}
payloadSchema: {}
taskFeatures:
  - name: shell
    title: Shell
    requestedBy: {path: /shell}
    calls: [{stage: Started, feature: newShell}]
    requires: {anyOf: [newShell, kill]}
    whenMissing: ignored
`
const files = {
  'engine-catalog/demo/worker.yml': worker,
  'engine-catalog/demo/plain.yml': engine,
  'plugin-catalog/demo/shell.yml': plugin,
}

function catalogOf(texts: Record<string, string>) {
  return parseCatalog(Object.entries(texts).map(([path, text]) => ({ path, text })))
}

describe('parseCatalog', () => {
  it('puts the entries of a worker together', () => {
    const catalog = catalogOf(files)
    expect(Object.keys(catalog.workers)).toEqual(['demo'])
    expect(catalog.workers.demo).toMatchObject({
      worker: { name: 'demo' },
      engines: { plain: { kind: 'engine' } },
      plugins: { shell: { kind: 'plugin' } },
    })
  })

  it.each<[string, Record<string, string>, string]>([
    [
      'a call of an unknown feature',
      { 'plugin-catalog/demo/shell.yml': plugin.replace('feature: newShell', 'feature: newShel') },
      'plugin-catalog/demo/shell.yml:taskFeatures[0].calls[0].feature: The worker demo has no engine feature newShel.',
    ],
    [
      'an unknown required feature',
      { 'plugin-catalog/demo/shell.yml': plugin.replace('[newShell, kill]', '[openDoor]') },
      'taskFeatures[0].requires: The worker demo has no engine feature openDoor.',
    ],
    [
      'an engine with an unknown feature',
      { 'engine-catalog/demo/plain.yml': `${engine}  fly: {supported: true}\n` },
      'features.fly: The worker demo has no engine feature fly.',
    ],
    [
      'an engine that leaves a feature open',
      { 'engine-catalog/demo/plain.yml': engine.replace('  kill: {supported: true}\n', '') },
      'features: The engine does not say whether it has kill.',
    ],
    [
      'a need that is no setting',
      { 'plugin-catalog/demo/shell.yml': plugin.replace('[port]', '[constructor]') },
      'needs[0]: The worker demo has no setting constructor.',
    ],
    [
      'a name used twice',
      {
        'plugin-catalog/demo/shell.yml': `${plugin}  - {name: shell, title: Again, requestedBy: {path: /again}}\n`,
      },
      'taskFeatures[1].name: The name shell is used twice.',
    ],
    [
      'a file that is not named after its entry',
      { 'plugin-catalog/demo/shell.yml': plugin.replace('name: shell', 'name: shelf') },
      'plugin-catalog/demo/shell.yml: The file of this entry has to be plugin-catalog/demo/shelf.yml.',
    ],
    [
      'an entry of another worker',
      { 'plugin-catalog/demo/shell.yml': plugin.replace('worker: demo', 'worker: other') },
      'There is no engine-catalog/other/worker.yml.',
    ],
    [
      'a plugin among the engines',
      { 'engine-catalog/demo/shell.yml': plugin },
      'engine-catalog/demo/shell.yml: The file of this entry has to be plugin-catalog/demo/shell.yml.',
    ],
    [
      'a mistake in an entry',
      { 'plugin-catalog/demo/shell.yml': plugin.replace('refused', 'maybe') },
      'plugin-catalog/demo/shell.yml:7:whenDisabled: This has to be one of refused, ignored.',
    ],
  ])('refuses %s', (_, changes, message) => {
    const read = () => catalogOf({ ...files, ...changes })
    expect(read).toThrow(CatalogError)
    expect(read).toThrow(message)
  })
})

describe('loadCatalog', () => {
  const roots: string[] = []
  const write = (root: string, texts: Record<string, string>) => {
    for (const [path, text] of Object.entries(texts)) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), text)
    }
  }
  const root = (texts: Record<string, string>) => {
    const folder = mkdtempSync(join(tmpdir(), 'catalog-'))
    roots.push(folder)
    write(folder, texts)
    return folder
  }
  afterEach(() => {
    for (const folder of roots.splice(0)) rmSync(folder, { recursive: true })
  })

  it('reads a folder once', () => {
    const folder = root(files)
    expect(loadCatalog(folder)).toEqual(catalogOf(files))
    expect(loadCatalog(folder)).toBe(loadCatalog(folder))
  })

  it('takes a compiled catalog that fits the files, and only that', () => {
    const folder = root(files)
    const compiled = compileCatalog(folder)
    const marked = compiled.replace('"A plugin for tests."', '"Compiled."')
    write(folder, { 'dist/catalog.json': marked })
    expect(loadCatalog(folder).workers.demo?.plugins.shell?.description).toBe('Compiled.')

    const changed = root({ ...files, 'plugin-catalog/demo/shell.yml': `${plugin}# changed\n` })
    write(changed, { 'dist/catalog.json': marked })
    expect(loadCatalog(changed).workers.demo?.plugins.shell?.description).toBe('A plugin for tests.')
  })

  it('says what to do about a compiled catalog that is damaged', () => {
    const folder = root({ ...files, 'dist/catalog.json': '{"digest": ' })
    expect(() => loadCatalog(folder)).toThrow('delete it or build again')
  })
})
