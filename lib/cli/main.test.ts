import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { JsonValue } from '@/lib/base/json'
import { formatDesign } from '@/lib/compose/design/formatDesign'
import { exampleDesign } from '@/lib/compose/testing/exampleDesign'
import { runWtd } from './testing/runWtd'

const folder = mkdtempSync(join(tmpdir(), 'wtd-main-'))

function write(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

function writeBytes(name: string): string {
  const path = join(folder, name)
  writeFileSync(path, Buffer.from([0xff, 0xfe, 0x00]))
  return path
}

function design(name: string, engine: string, plugins: Record<string, JsonValue>): string {
  return write(name, formatDesign(exampleDesign(engine, plugins, { rootUrl: 'https://tc.example.com' })))
}

const native = design('native.yml', 'native', { env: {}, cache: {} })
const broken = design('broken.yml', 'native', { maxruntime: { maxRunTime: 'soon', perTaskLimit: 'allow' } })
const hopeless = design('hopeless.yml', 'script', { env: {} })

describe('wtd', () => {
  it.each([
    ['a format that there is not', ['matrix', native, '--format', 'xml'], /Allowed choices are text, json, markdown/],
    ['another one', ['preview', native, native, '--format', 'json'], /Allowed choices are text, ndjson/],
    [
      'a root URL that is none',
      ['bundle', native, '-o', join(folder, 'no'), '--root-url', 'nope'],
      /A root URL looks like/,
    ],
    ['one of another scheme', ['register', native, '--root-url', 'ftp://example.com'], /A root URL looks like/],
    ['a file without end', ['check', '/dev/zero'], /The file is larger than 256 MB/],
  ])('refuses %s', async (_, args, words) => {
    const { status, stdout, stderr } = await runWtd(...args)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(words)
    expect(existsSync(join(folder, 'no'))).toBe(false)
  })

  it('keeps its own --env-file from Node', () => {
    const wtd = join(import.meta.dirname, '../../bin/wtd')
    const { status, stderr } = spawnSync(wtd, ['schema', native, '--env-file', join(folder, 'nowhere')], {
      encoding: 'utf8',
    })
    expect({ status, stderr: stderr.includes('nowhere: There is no such file.') }).toEqual({ status: 2, stderr: true })
  })

  it('lists and shows the catalog', async () => {
    expect((await runWtd('catalog')).stdout).toMatch(/engines:\n {2}docker[\s\S]*plugins:[\s\S]* {2}watchdog/)
    const engine = await runWtd('catalog', 'engine', 'native')
    expect(engine.stdout).toContain('attachVolume')
    expect(JSON.parse((await runWtd('catalog', 'plugin', 'cache', '--format', 'json')).stdout)).toMatchObject({
      name: 'cache',
    })
    expect(await runWtd('catalog', 'plugin', 'cash')).toMatchObject({ status: 1, stdout: '' })
    expect(await runWtd('catalog', 'cash')).toMatchObject({ status: 2, stdout: '' })
  })

  it('prints schemas that a validator can read', async () => {
    const effective = await runWtd('schema', native)
    expect(effective.status).toBe(0)
    expect(JSON.parse(effective.stdout)).toMatchObject({ $schema: 'http://json-schema.org/draft-06/schema#' })
    const base = await runWtd('schema', native, '--base')
    expect(Object.keys(JSON.parse(base.stdout).properties)).toEqual(['caches', 'command', 'context', 'env'])
    expect(await runWtd('schema', hopeless)).toMatchObject({ status: 1, stdout: '' })
    expect((await runWtd('schema', hopeless, '--base')).status).toBe(0)
  })

  it('ends with 1 when the answer is no, and names file and place', async () => {
    const check = await runWtd('check', broken)
    expect(check.status).toBe(1)
    expect(check.stderr).toMatch(/broken\.yml:\d+: plugins\.maxruntime\.maxRunTime: /)
    expect(await runWtd('bundle', broken, '-o', join(folder, 'none'))).toMatchObject({ status: 1 })
    expect(existsSync(join(folder, 'none'))).toBe(false)
    expect((await runWtd('check', native)).stdout).toMatch(/^proj\/example-1: no errors/)
    const json = await runWtd('check', broken, '--format', 'json')
    const { ok, problems } = JSON.parse(json.stdout)
    expect(ok).toBe(false)
    expect(problems[0]).toMatchObject({ path: 'plugins.maxruntime.maxRunTime', line: 13 })
  })

  it.each([
    ['no command', []],
    ['an unknown command', ['frobnicate']],
    ['an unknown option', ['check', native, '--frob']],
    ['a missing argument', ['check']],
    ['neither design nor configuration', ['schema']],
    ['both design and configuration', ['schema', native, '--from-config', native]],
    ['a file that is not there', ['check', join(folder, 'gone.yml')]],
    ['a folder', ['check', folder]],
    ['a file that is no YAML', ['check', write('bad.yml', 'a: [')]],
    ['a file that is no text', ['check', writeBytes('bytes.yml')]],
    ['a design that is too large', ['check', write('large.yml', `worker: ${'x'.repeat(5_000_001)}`)]],
    ['an environment that is no environment', ['check', native, '--env-file', write('bad.env', 'what')]],
    ['tasks that are no tasks', ['preview', native, write('bad.json', '{"a": [}')]],
  ])('ends with 2 on %s, without a stack trace', async (_, args) => {
    const { status, stdout, stderr } = await runWtd(...args)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).not.toMatch(/^\s+at /m)
    expect(stderr).not.toBe('')
  })

  it('shows the matrix in three forms', async () => {
    expect((await runWtd('matrix', native)).stdout).toMatch(/\[native\][\s\S]*plugin cache +Caches/)
    expect((await runWtd('matrix', native, '--format', 'markdown')).stdout).toMatch(/^\| plugin or engine \|/)
    const all = JSON.parse((await runWtd('matrix', native, '--format', 'json', '--all')).stdout)
    expect(all.rows.length).toBeGreaterThan(
      JSON.parse((await runWtd('matrix', native, '--format', 'json')).stdout).rows.length,
    )
  })

  it('composes to JSON with stable bytes', async () => {
    const one = await runWtd('compose', native)
    expect(one).toEqual(await runWtd('compose', native))
    const { engine, restrictions } = JSON.parse(one.stdout)
    expect(engine).toBe('native')
    expect(restrictions.map(({ id }: { id: string }) => id)).toContain('cache/caches')
  })

  it('previews tasks one line each, in order', async () => {
    const tasks = write('tasks.ndjson', '{"command": ["true"]}\n{"command": 1}\n{"payload": {"command": []}}\n')
    const { status, stdout } = await runWtd('preview', native, tasks, '--format', 'ndjson')
    const verdicts = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(status).toBe(1)
    expect(verdicts.map(({ index, valid, ok }) => ({ index, valid, ok }))).toEqual([
      { index: 0, valid: true, ok: true },
      { index: 1, valid: false, ok: false },
      { index: 2, valid: true, ok: true },
    ])
    expect(Object.keys(verdicts[0])).toEqual(['source', 'index', 'name', 'valid', 'ok', 'errors', 'findings'])
    const text = await runWtd('preview', native, write('one.yml', 'command: [x]'))
    expect(text).toMatchObject({ status: 0, stdout: expect.stringContaining('1 of 1 tasks would run.') })
  })

  it('reads an environment as JSON or as lines', async () => {
    const limit = { maxRunTime: 60, perTaskLimit: { $env: 'LIMIT' } }
    const path = design('open.yml', 'native', { maxruntime: limit })
    expect((await runWtd('check', path)).stderr).toContain('plugins.maxruntime.perTaskLimit')
    for (const [name, text] of [
      ['a.env', '# c\n\nexport LIMIT="forbid"\n'],
      ['a.json', '{"LIMIT": "forbid"}'],
    ] as const) {
      const { status, stdout } = await runWtd('schema', path, '--base', '--env-file', write(name, text))
      expect(status).toBe(0)
      expect(stdout).not.toContain('maxRunTime')
    }
  })

  it('keeps secrets of an environment out of what it writes', async () => {
    const path = design('hush.yml', 'native', {
      relengapi: { token: { $env: 'TOKEN' } },
      logprefix: { at: { $env: 'AT' } },
    })
    const args = [
      path,
      '--env-file',
      write('hush.env', 'TOKEN=hush-hush\nAT=here\nTASKCLUSTER_ACCESS_TOKEN=hush-hush\n'),
    ]
    const { status, stdout } = await runWtd('compose', ...args)
    expect(status).toBe(0)
    expect(JSON.parse(stdout).design.samples).toEqual({ AT: 'here' })
    expect(stdout).not.toContain('hush-hush')
    const target = join(folder, 'hush')
    expect((await runWtd('bundle', ...args, '-o', target)).status).toBe(0)
    const files = readdirSync(target, { recursive: true, encoding: 'utf8' }).map((name) => join(target, name))
    for (const file of files.filter((name) => statSync(name).isFile())) {
      expect(readFileSync(file, 'utf8'), file).not.toContain('hush-hush')
    }
  })

  it('writes bundles as folder and archives, the same each time, and leaves other folders alone', async () => {
    const target = join(folder, 'bundle')
    expect((await runWtd('bundle', native, '-o', target)).status).toBe(0)
    const manifest: { files: { path: string; sha256: string }[] } = JSON.parse(
      readFileSync(join(target, 'manifest.json'), 'utf8'),
    )
    expect(manifest.files.length).toBeGreaterThan(8)
    for (const { path, sha256 } of manifest.files) {
      expect(
        createHash('sha256')
          .update(readFileSync(join(target, path)))
          .digest('hex'),
        path,
      ).toBe(sha256)
    }
    expect(statSync(join(target, 'start-worker.sh')).mode & 0o777).toBe(0o755)
    expect((await runWtd('bundle', native, '-o', target)).status).toBe(0)
    for (const ending of ['tar.gz', 'zip']) {
      const [one, two] = [join(folder, `one.${ending}`), join(folder, `two.${ending}`)]
      await runWtd('bundle', native, '-o', one)
      await runWtd('bundle', native, '-o', two)
      expect(readFileSync(one).equals(readFileSync(two))).toBe(true)
    }
    const listed = execFileSync('tar', ['-tzf', join(folder, 'one.tar.gz')], { encoding: 'utf8' })
    expect(listed).toContain('proj-example-1/config.yml')
    const mine = join(folder, 'mine')
    mkdirSync(mine)
    writeFileSync(join(mine, 'precious.txt'), '')
    expect((await runWtd('bundle', native, '-o', mine)).status).toBe(2)
    expect((await runWtd('bundle', native, '-o', join(folder, 'native.yml', 'x.zip'))).status).toBe(2)
  })

  it('examples of a bundle pass its own preview', async () => {
    const target = join(folder, 'bundle')
    await runWtd('bundle', native, '-o', target)
    const examples = ['minimal', 'typical'].map((size) => join(target, 'examples', `${size}.json`))
    expect(await runWtd('preview', join(target, 'design.yml'), ...examples)).toMatchObject({ status: 0 })
  })

  it('keeps control characters of user input from the terminal', async () => {
    const path = write('esc.yml', 'worker: "\\e[31mred"\nengine: {name: native}')
    const { status, stderr } = await runWtd('check', path)
    expect(status).toBe(1)
    expect(stderr).not.toContain('\u001b')
    expect(stderr).toContain('\\u001b')
  })

  it('says that a Queue cannot be reached', async () => {
    const { status, stderr } = await runWtd('register', native, '--root-url', 'http://127.0.0.1:9')
    expect(status).toBe(1)
    expect(stderr).toContain('127.0.0.1:9')
    expect(await runWtd('register', native, '--root-url', 'nowhere')).toMatchObject({ status: 2 })
    expect(await runWtd('register', broken, '--root-url', 'http://127.0.0.1:9')).toMatchObject({ status: 1 })
  })
})
