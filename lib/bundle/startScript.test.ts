import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CONFIG_ERROR, startScript } from './startScript'
import { sampleComposition, workerConfig } from './testing/sampleComposition'

const names = ['TOKEN', 'program', 'missing', 'folder', 'name', 'MY-NAME']
const settings = Object.fromEntries(names.map((name) => [name, { $env: name }]))
const script = startScript(sampleComposition({ workerConfig: workerConfig({ settings, transforms: ['env'] }) }))
const set = { TOKEN: 'secret', program: 'p', missing: '', folder: 'f', name: 'n' }

let root = ''

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'bundle-'))
  mkdirSync(join(root, 'bin'))
  mkdirSync(join(root, 'a folder'))
  writeFileSync(join(root, 'a folder', 'start-worker.sh'), script)
  writeFileSync(join(root, 'a folder', 'config.yml'), 'config: {}\n')
  writeProgram('taskcluster-worker', 'printf "%s|" "$0" "$PWD" "$@" "$TOKEN" "$program" "$folder" "$name"; exit 7')
})

afterEach(() => {
  rmSync(root, { recursive: true })
})

function writeProgram(name: string, body: string) {
  writeFileSync(join(root, 'bin', name), `#!/bin/sh\n${body}\n`)
  chmodSync(join(root, 'bin', name), 0o755)
}

function start(env: Record<string, string>, path = `${join(root, 'bin')}:/usr/bin:/bin`) {
  const { status, stdout, stderr } = spawnSync('sh', ['a folder/start-worker.sh'], {
    cwd: root,
    encoding: 'utf8',
    env: { NODE_ENV: 'test', PATH: path, CDPATH: '/tmp', ...env },
  })
  return { status, stdout, stderr }
}

describe('startScript', () => {
  it('is a script that a POSIX shell can read', () => {
    expect(spawnSync('sh', ['-n'], { input: script }).status).toBe(0)
    expect(spawnSync('sh', ['-n'], { input: startScript(sampleComposition()) }).status).toBe(0)
  })

  it('becomes the worker, in the folder of the configuration, with the environment as it is', () => {
    expect(start(set)).toEqual({
      status: 7,
      stderr: '',
      stdout: [
        join(root, 'bin', 'taskcluster-worker'),
        join(root, 'a folder'),
        'work',
        'config.yml',
        'secret',
        'p',
        'f',
        'n',
        '',
      ].join('|'),
    })
  })

  it('names every variable that is not set', () => {
    const { status, stdout, stderr } = start({ TOKEN: 'secret', missing: '' })
    expect({ status, stdout }).toEqual({ status: CONFIG_ERROR, stdout: '' })
    expect(stderr).toBe(
      'start-worker.sh: Set in worker.env what config.yml reads from the environment: folder name program\n',
    )
  })

  it('asks for the program', () => {
    const { status, stderr } = start(set, '/usr/bin:/bin')
    expect(status).toBe(CONFIG_ERROR)
    expect(stderr).toContain('There is no program taskcluster-worker.')
  })

  it('takes another program', () => {
    writeProgram('other', 'echo other')
    expect(start({ ...set, TASKCLUSTER_WORKER: join(root, 'bin', 'other') }).stdout).toBe('other\n')
  })

  it('asks for the configuration', () => {
    rmSync(join(root, 'a folder', 'config.yml'))
    expect(start(set).stderr).toBe('start-worker.sh: config.yml cannot be read.\n')
  })
})
