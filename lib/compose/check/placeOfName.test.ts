import { expect, it } from 'vitest'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { composeWorkerType } from '@/lib/compose/composeWorkerType'
import type { Design } from '@/lib/compose/design/design'
import { exampleDesign } from '@/lib/compose/testing/exampleDesign'

const catalog = loadCatalog()

function helpOf(design: Design, path: string): string | undefined {
  const problem = composeWorkerType(design, catalog).problems.find((one) => one.path === path)
  return problem === undefined ? expect.fail(`nothing is wrong at ${path}`) : problem.help
}

const generic = (members: Partial<Design>): Design => ({
  ...exampleDesign('native', {}),
  worker: 'generic-worker',
  engine: { name: 'multiuser-linux', config: {} },
  plugins: { env: {}, 'live-log': {}, interactive: {}, d2g: {} },
  settings: {},
  ...members,
})

it.each<[string, Design, string, string]>([
  [
    'a property of a plugin among the settings',
    generic({ settings: { livelogPortBase: 1 } }),
    'settings.livelogPortBase',
    'Write livelogPortBase below plugins.live-log.',
  ],
  [
    'a property of another plugin',
    generic({ plugins: { interactive: { LivelogPortBase: 1 } } }),
    'plugins.interactive.LivelogPortBase',
    'Write livelogPortBase below plugins.live-log.',
  ],
  [
    'a setting in a plugin',
    generic({ plugins: { interactive: { maxTaskRunTime: 1 } } }),
    'plugins.interactive.maxTaskRunTime',
    'Write maxTaskRunTime below settings.',
  ],
  [
    'a setting of the engine',
    generic({ engine: { name: 'multiuser-linux', config: { headlessTasks: true } } }),
    'engine.config.headlessTasks',
    'Write headlessTasks below settings.',
  ],
  [
    'a switch',
    generic({ settings: { enableLiveLog: true } }),
    'settings.enableLiveLog',
    'A design has no enableLiveLog: name live-log below plugins to switch it on, or leave it out.',
  ],
  [
    'a plugin',
    generic({ settings: { 'live-log': true } }),
    'settings.live-log',
    'Name the plugin live-log below plugins.',
  ],
  [
    'a misspelt property of another place',
    generic({ settings: { interactivPort: 1 } }),
    'settings.interactivPort',
    'Write interactivePort below plugins.interactive.',
  ],
  [
    'a misspelt property of this place',
    generic({ settings: { maxTaskRuntime: 1 } }),
    'settings.maxTaskRuntime',
    'Did you mean maxTaskRunTime?',
  ],
  [
    'a property of a setting that has several',
    exampleDesign('mock', {}, { settings: { concurrency: 1 } }),
    'settings.concurrency',
    'Write concurrency below settings.worker.',
  ],
  [
    'one of a form of a setting',
    exampleDesign('mock', {}, { settings: { serverPort: 1 } }),
    'settings.serverPort',
    'Write serverPort below settings.webHookServer.',
  ],
])('says where it belongs: %s', (_, design, path, help) => {
  expect(helpOf(design, path)).toBe(help)
})

it('says nothing of what is nowhere', () => {
  expect(helpOf(generic({ settings: { somethingElse: 1 } }), 'settings.somethingElse')).toBeUndefined()
})
