import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '@/lib/base/json'
import { runWtd } from './testing/runWtd'

const folder = mkdtempSync(join(tmpdir(), 'wtd-case-'))
const common: JsonObject = {
  provisionerId: 'demo',
  workerType: 'win-a',
  ed25519SigningKeyLocation: '/k',
  headlessTasks: true,
}
const engine = ['--engine', 'multiuser-windows']

function write(config: JsonObject): string {
  const path = join(folder, 'config.json')
  writeFileSync(path, JSON.stringify({ ...common, ...config }))
  return path
}

describe('a configuration with names in another case', () => {
  it.each([
    ['import', 'CONFIG'],
    ['check', 'CONFIG'],
    ['schema', '--from-config', 'CONFIG'],
  ])('is read as the worker reads it by wtd %s', async (...command) => {
    const path = write({ workerTypeMetaData: { a: 'b' } })
    const args = command.map((word) => (word === 'CONFIG' ? path : word))
    const { status, stdout, stderr } = await runWtd(...engine, ...args)
    expect(status).toBe(0)
    expect(stderr).toContain('The worker reads workerTypeMetaData as workerTypeMetadata.')
    if (command[0] === 'import') expect(stdout).toMatch(/workerTypeMetadata:\n\s+a: b/)
  })

  it('has what takes effect in its schema, and not what is lost', async () => {
    const maximum = async (config: JsonObject) => {
      const { status, stdout, stderr } = await runWtd(...engine, 'schema', write(config))
      return { status, stderr, maximum: JSON.parse(stdout).properties.maxRunTime.maximum }
    }
    expect(await maximum({ maxtaskruntime: 5 })).toMatchObject({ status: 0, maximum: 5 })
    const lost = await maximum({ MaxTaskRunTime: 5 })
    expect(lost).toMatchObject({ status: 0, maximum: 86400 })
    expect(lost.stderr).toContain('MaxTaskRunTime as maxTaskRunTime and loses it: its own default counts')
  })

  it('is imported without what only old releases know, and does not start with it', async () => {
    const path = write({ deploymentId: 'x' })
    const imported = await runWtd(...engine, 'import', path)
    expect(imported.status).toBe(0)
    expect(imported.stderr).toContain('left out: deploymentId is gone since version 96.0.0')
    expect(imported.stdout).not.toContain('deploymentId')
    expect(await runWtd(...engine, 'schema', '--from-config', path)).toMatchObject({ status: 1, stdout: '' })
  })
})
