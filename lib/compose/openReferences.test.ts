import { describe, expect, it } from 'vitest'
import type { JsonValue } from '@/lib/base/json'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { composeWorkerType } from './composeWorkerType'
import type { Design } from './design/design'
import { exampleDesign } from './testing/exampleDesign'

const catalog = loadCatalog()
const open = { $env: 'OPEN' }
const list = { $env: 'OPEN', type: 'list' }

function errors(engine: string, plugins: Record<string, JsonValue>, members: Partial<Design> = {}) {
  return composeWorkerType(exampleDesign(engine, plugins, members), catalog)
    .problems.filter((problem) => problem.severity === 'error')
    .map(({ code, path }) => `${code} ${path}`)
}

const maxruntime = { maxRunTime: 60, perTaskLimit: 'allow' }
const script = (schema: JsonValue, command: JsonValue = ['x']) => ({
  engine: { name: 'script', config: { command, schema } },
})

describe('a value that is known only where the worker runs', () => {
  it.each<[string, string, Record<string, JsonValue>, Partial<Design>?]>([
    ['an item of a list', 'native', { reboot: { rebootCommand: ['sudo', open] } }],
    ['a whole list', 'native', { reboot: { rebootCommand: list } }],
    ['a group', 'native', {}, { engine: { name: 'native', config: { createUser: true, groups: [open] } } }],
    ['a word of a command', 'script', {}, script({ type: 'object', properties: {}, required: [] }, [open, 'x'])],
    ['a setting', 'native', {}, { settings: { ...exampleDesign('native', {}).settings, temporaryFolder: open } }],
    ['a line of the log', 'native', { logprefix: { host: open } }],
    ['an environment variable', 'native', { env: { extra: { HOST: open } } }],
    ['all environment variables', 'native', { env: { extra: { $env: 'OPEN', type: 'json' } } }],
    ['a secret', 'native', { relengapi: { token: open }, artifacts: { privateKey: open } }],
    ['a time that no schema speaks of', 'native', { watchdog: { timeout: open } }],
  ])('needs no sample as %s', (_, engine, plugins, members) => {
    expect(errors(engine, plugins, members)).toEqual([])
  })

  it.each<[string, string, Record<string, JsonValue>, string, Partial<Design>?]>([
    [
      'a switch',
      'native',
      { reboot: { allowTaskReboots: { ...open, type: 'bool' } } },
      'plugins.reboot.allowTaskReboots',
    ],
    ['a limit', 'native', { maxruntime: { ...maxruntime, maxRunTime: open } }, 'plugins.maxruntime.maxRunTime'],
    ['a description', 'mock', { interactive: { artifactPrefix: open } }, 'plugins.interactive.artifactPrefix'],
    [
      'the schema of a script',
      'script',
      {},
      'engine.config.schema.properties.a.maxLength',
      script({ type: 'object', properties: { a: { type: 'string', maxLength: open } }, required: [] }),
    ],
    ['the engine', 'native', {}, 'engine.name', { engine: { name: open, config: {} } }],
  ])('needs a sample as %s', (_, engine, plugins, path, members) => {
    expect(errors(engine, plugins, members)).toContain(`sample-needed ${path}`)
  })
})
