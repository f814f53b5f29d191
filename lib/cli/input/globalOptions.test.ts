import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { JsonObject } from '@/lib/base/json'
import { yamlText } from '@/lib/base/yamlText'
import { runWtd } from '@/lib/cli/testing/runWtd'
import { exampleDesign } from '@/lib/compose/testing/exampleDesign'

const folder = mkdtempSync(join(tmpdir(), 'wtd-globals-'))
function file(name: string, value: JsonObject): string {
  const path = join(folder, name)
  writeFileSync(path, yamlText(value))
  return path
}

const worker: JsonObject = {
  provisionerId: 'demo',
  workerType: 'a',
  ed25519SigningKeyLocation: '/k',
  enableLiveLog: true,
}
const config = file('config.yml', worker)
const { provisionerId: _, workerType: __, ...inPool } = worker
const pool = file('pool.yml', {
  workerPoolId: 'demo/a',
  providerId: 'static',
  description: '',
  owner: 'a@example.com',
  emailOnError: false,
  config: { workerConfig: { genericWorker: { config: inPool } } },
})
const runner = file('runner.yml', {
  provider: { providerType: 'standalone', workerPoolID: 'demo/a', workerGroup: 'g' },
  worker: { implementation: 'generic-worker', path: '/usr/bin/generic-worker', configPath: '/etc/config.json' },
  workerConfig: inPool,
})
const { transforms: ___, ...example } = exampleDesign('native', { env: {} })
const design = file('design.yml', JSON.parse(JSON.stringify(example)))
const old = file('old.yml', { config: { engine: 'mock', engines: { mock: {} }, plugins: {} } })
const task = file('task.json', { command: [['true']], maxRunTime: 60 })
const schema = file('schema.json', { type: 'object', properties: {} })

/** Every command with what it needs; DOCUMENT stands for the document that it opens. */
const commands: [string, string[]][] = [
  ['catalog', []],
  ['compose', ['DOCUMENT']],
  ['check', ['DOCUMENT']],
  ['matrix', ['DOCUMENT']],
  ['schema', ['DOCUMENT']],
  ['schema', ['--from-config', 'DOCUMENT']],
  ['import', ['DOCUMENT']],
  ['bundle', ['DOCUMENT', '-o', join(folder, 'bundle.zip')]],
  ['diff', ['DOCUMENT', '--against', 'DOCUMENT']],
  ['preview', ['DOCUMENT', task]],
  ['trace', ['DOCUMENT', task]],
  ['register', ['DOCUMENT', '--root-url', 'http://127.0.0.1:1', '--dry-run', '--no-pool']],
  ['status', ['--server', 'http://127.0.0.1:1']],
  ['audit', ['--server', 'http://127.0.0.1:1']],
  ['export', [join(folder, 'no.gz')]],
  ['import-all', [join(folder, 'no.gz')]],
  ['sign-in-link', []],
  ['plugin test', [design]],
  ['engine test', [design]],
]
const opening = commands.filter(([, args]) => args.includes('DOCUMENT'))
const others = commands.filter(([, args]) => !args.includes('DOCUMENT'))

const run = (command: string, args: string[], document: string, ...options: string[]) =>
  runWtd(...command.split(' '), ...args.map((arg) => (arg === 'DOCUMENT' ? document : arg)), ...options)

beforeEach(() => {
  vi.stubEnv('DATA_DIR', join(folder, 'data'))
  return () => vi.unstubAllEnvs()
})

describe('every command uses a global option or refuses it', () => {
  it('of all commands', async () => {
    const { stdout } = await runWtd('--help')
    const listed = [...stdout.matchAll(/^ {2}([a-z][a-z-]*) /gm)].flatMap(([, name]) =>
      name === undefined ? [] : [name],
    )
    const known = new Set(commands.map(([command]) => command.split(' ')[0]))
    expect(listed.filter((name) => name !== 'help').sort()).toEqual([...known].sort())
  })

  it.each(others)('%s refuses --engine and --worker-version', async (command, args) => {
    for (const option of [
      ['--engine', 'multiuser-linux'],
      ['--worker-version', '106.0.0'],
    ]) {
      const { status, stdout, stderr } = await run(command, args, '', ...option)
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
      expect(stderr).toContain(`wtd ${command} has no use for ${option[0]}.`)
    }
  })

  it.each(commands)('%s reads the folder of --catalog-dir or has no use for it', async (command, args) => {
    const { status, stdout, stderr } = await run(command, args, config, '--catalog-dir', join(folder, 'gone'))
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(/has no use for --catalog-dir|--catalog-dir\./)
  })

  it.each(opening)('%s %j refuses an engine that is none', async (command, args) => {
    const { status, stderr } = await run(command, args, config, '--engine', 'nope')
    expect(status).toBe(1)
    expect(stderr).toContain('There is no engine nope of generic-worker.')
  })

  it.each(opening)('%s %j refuses a version that is none, and one that is too old', async (command, args) => {
    const bad = await run(command, args, config, '--worker-version', 'new')
    expect(bad).toMatchObject({ status: 2, stderr: expect.stringContaining('A version looks like 106.0.0.') })
    const engine = ['--engine', 'multiuser-linux']
    const { status, stdout, stderr } = await run(command, args, config, '--worker-version', '80.0.0', ...engine)
    // these look at designs with errors as well
    if (['matrix', 'preview', 'trace'].includes(command)) return
    expect(status).toBe(1)
    expect(stdout + stderr).toContain('80.0.0')
  })

  it.each(opening.filter(([, args]) => !args.includes('--from-config') && args.includes('DOCUMENT')))(
    '%s refuses both for a file that says them itself',
    async (command, args) => {
      const documents = command === 'import' ? [old] : [design]
      for (const document of documents) {
        const { status, stdout, stderr } = await run(command, args, document, '--engine', 'multiuser-linux')
        expect({ status: status === 0, stdout }).toEqual({ status: false, stdout: '' })
        expect(stderr).not.toBe('')
      }
    },
  )

  it('diff takes them for the side that does not say them', async () => {
    const both = await runWtd('diff', config, '--against', schema, '--engine', 'insecure-linux')
    expect(both.stderr).toBe('')
    const none = await runWtd('diff', schema, '--against', schema, '--engine', 'insecure-linux')
    expect(none).toMatchObject({ status: 2, stderr: expect.stringContaining('this is a payload schema') })
  })
})

describe('wtd import', () => {
  it.each([
    ['a configuration', config],
    ['a pool', pool],
    ['a file of worker-runner', runner],
  ])('takes the build of %s from the options', async (_, path) => {
    const { status, stdout, stderr } = await runWtd(
      'import',
      path,
      '--engine',
      'insecure-freebsd',
      '--worker-version',
      '105.0.0',
    )
    expect({ status, stderr: stderr.includes('assumed') }).toEqual({ status: 0, stderr: false })
    expect(stdout).toContain('name: insecure-freebsd')
    expect(stdout).toContain('workerVersion: 105.0.0')
    const wrong = await runWtd('import', path, '--engine', 'nope')
    expect(wrong).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('There is no engine nope') })
  })
})
