import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { recordScreen } from '@/lib/catalog/testing/recordScreen'
import { formatDesign } from '@/lib/compose/design/formatDesign'
import { exampleDesign } from '@/lib/compose/testing/exampleDesign'
import { runWtd } from './testing/runWtd'

const folder = mkdtempSync(join(tmpdir(), 'wtd-custom-'))
const catalogDir = join(folder, 'catalog')
mkdirSync(catalogDir)
writeFileSync(join(catalogDir, 'recordscreen.yml'), recordScreen)
writeFileSync(join(catalogDir, 'recordscreen-2.yml'), recordScreen.replace('version: 1.0.0', 'version: 1.1.0'))
writeFileSync(join(catalogDir, 'broken.yml'), recordScreen.replace('openDisplay', 'openDoor'))

function write(name: string, text: string): string {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

const members = { rootUrl: 'https://tc.example.com' }
const qemu = write('qemu.yml', formatDesign(exampleDesign('qemu', { recordscreen: {} }, members)))
const native = write('native.yml', formatDesign(exampleDesign('native', { recordscreen: {} }, members)))
const pinned = (version: string) =>
  write(
    `pinned-${version}.yml`,
    formatDesign(
      exampleDesign('qemu', { recordscreen: {} }, { ...members, catalog: { 'plugin recordscreen': version } }),
    ),
  )
const task = write('task.json', JSON.stringify({ command: ['true'], recordScreen: { length: 5 } }))

afterEach(() => vi.unstubAllEnvs())

describe('wtd with a folder of custom entries', () => {
  it('lists them, says what is left out and goes on', async () => {
    const { status, stdout, stderr } = await runWtd('catalog', '--catalog-dir', catalogDir)
    expect(status).toBe(0)
    expect(stdout).toContain('recordscreen  Screen recording (your own)')
    expect(stderr).toMatch(/broken\.yml:\d+: warning: taskFeatures\[0\]\.calls\[0\]\.feature: The worker/)
    const one = await runWtd('--catalog-dir', catalogDir, 'catalog', 'plugin', 'recordscreen')
    expect(one.stdout).toContain('entry version 1.1.0')
  })

  it('knows them in every command, from the option or the environment', async () => {
    expect((await runWtd('check', qemu)).stderr).toContain('has no plugin called recordscreen')
    expect((await runWtd('check', qemu)).status).toBe(1)
    expect((await runWtd('check', qemu, '--catalog-dir', catalogDir)).status).toBe(0)
    vi.stubEnv('CATALOG_DIR', catalogDir)
    expect((await runWtd('check', qemu)).status).toBe(0)
    expect((await runWtd('matrix', native)).stdout).toMatch(
      /plugin recordscreen +Screen recording +no +yes +no +yes +no/,
    )
    const schema = JSON.parse((await runWtd('schema', native)).stdout)
    expect(Object.keys(schema.properties)).not.toContain('recordScreen')
    const preview = await runWtd('preview', native, task)
    expect(preview.status).toBe(1)
    expect(preview.stdout).toContain('engine native has no openDisplay')
    expect((await runWtd('trace', native, task)).status).toBe(1)
  })

  it('takes the version that a design pins, and warns where it is gone', async () => {
    const versions = async (design: string) => {
      const target = join(folder, 'bundle')
      const { status, stderr } = await runWtd('bundle', design, '-o', target, '--catalog-dir', catalogDir)
      const manifest = JSON.parse(readFileSync(join(target, 'manifest.json'), 'utf8'))
      return { status, stderr, text: JSON.stringify(manifest) }
    }
    expect((await versions(qemu)).text).toContain('"plugin recordscreen":"1.1.0"')
    expect((await versions(pinned('1.0.0'))).text).toContain('"plugin recordscreen":"1.0.0"')
    const gone = await versions(pinned('0.9.0'))
    expect(gone).toMatchObject({ status: 0 })
    expect(gone.stderr).toContain('The design was made with version 0.9.0 of plugin recordscreen')
  })

  it('ends with 2 where the folder cannot be read', async () => {
    const { status, stderr } = await runWtd('check', qemu, '--catalog-dir', join(folder, 'gone'))
    expect(status).toBe(2)
    expect(stderr).toContain('cannot be read (ENOENT).')
  })
})
