import { describe, expect, it } from 'vitest'
import type { JsonValue } from '@/lib/base/json'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { compareSchemas } from '@/lib/compare/compareSchemas'
import { composeWorkerType } from './composeWorkerType'
import { exampleDesign } from './testing/exampleDesign'

const catalog = loadCatalog()

/** Plugins, and the engine with its configuration where it matters. */
interface Setup {
  plugins?: Record<string, JsonValue>
  engine?: string
  config?: JsonValue
}

function compose({ plugins = {}, engine = 'mock', config }: Setup) {
  const design = exampleDesign(engine, { env: {}, ...plugins })
  const composition = composeWorkerType(
    config === undefined ? design : { ...design, engine: { name: engine, config } },
    catalog,
  )
  if (composition.effectiveSchema === undefined) throw new Error(JSON.stringify(composition.problems))
  return { ...composition, effectiveSchema: composition.effectiveSchema }
}

const maxRunTime = (perTaskLimit: string, limit: JsonValue = 3600) => ({
  plugins: { maxruntime: { maxRunTime: limit, perTaskLimit } },
})
const interactive = (config: JsonValue) => ({ plugins: { interactive: config } })
const reboot = (config: JsonValue) => ({ plugins: { reboot: config } })
const docker = (privileged: string) => ({ engine: 'docker', config: { privileged } })

type Row = [what: string, old: Setup, next: Setup, forward: string, backward: string, change?: string]

const rows: Row[] = [
  [
    'docker: privileged allow to never',
    docker('allow'),
    docker('never'),
    'refuted',
    'proved',
    'narrows /privileged by engine docker',
  ],
  ['docker: privileged never to always', docker('never'), docker('always'), 'proved', 'proved'],
  [
    'maxruntime: forbid to require',
    maxRunTime('forbid'),
    maxRunTime('require'),
    'refuted',
    'refuted',
    'narrows /maxRunTime by plugin maxruntime',
  ],
  [
    'maxruntime: allow to require',
    maxRunTime('allow'),
    maxRunTime('require'),
    'refuted',
    'proved',
    'narrows /maxRunTime by plugin maxruntime',
  ],
  [
    'maxruntime: allow to forbid',
    maxRunTime('allow'),
    maxRunTime('forbid'),
    'refuted',
    'proved',
    'narrows /maxRunTime by plugin maxruntime',
  ],
  [
    'maxruntime: a shorter time',
    maxRunTime('allow'),
    maxRunTime('allow', 60),
    'refuted',
    'proved',
    'narrows /maxRunTime by plugin maxruntime',
  ],
  ['interactive: off to on', {}, interactive({}), 'proved', 'refuted', 'widens /interactive by plugin interactive'],
  // what the worker reads without doing anything to payloads
  ['interactive: always on', interactive({}), interactive({ alwaysEnabled: true }), 'proved', 'proved'],
  [
    "interactive: no prefix of one's own",
    interactive({}),
    interactive({ forbidCustomArtifactPrefix: true }),
    'refuted',
    'proved',
  ],
  ['interactive: no shell', interactive({}), interactive({ disableShell: true }), 'proved', 'proved'],
  ['interactive: no display', interactive({}), interactive({ disableDisplay: true }), 'proved', 'proved'],
  ['reboot: tasks may reboot', reboot({}), reboot({ allowTaskReboots: true }), 'proved', 'refuted'],
  ['cache: on', {}, { plugins: { cache: {} } }, 'proved', 'refuted'],
  [
    'artifacts: with a key',
    { plugins: { artifacts: {} } },
    { plugins: { artifacts: { privateKey: { $env: 'KEY' } } } },
    'proved',
    'refuted',
  ],
  ['env: further variables', {}, { plugins: { env: { extra: { A: 'b' } } } }, 'proved', 'proved'],
  ['livelog: on', {}, { plugins: { livelog: {} } }, 'proved', 'proved'],
  ['logprefix: on', {}, { plugins: { logprefix: {} } }, 'proved', 'proved'],
  ['success: on', {}, { plugins: { success: {} } }, 'proved', 'proved'],
  ['watchdog: on', {}, { plugins: { watchdog: {} } }, 'proved', 'proved'],
  ['tcproxy: on', { engine: 'docker' }, { engine: 'docker', plugins: { tcproxy: {} } }, 'proved', 'refuted'],
]

describe('switches of plugins and engines', () => {
  it.each(rows)('%s', (_, old, next, forward, backward, change) => {
    const [before, after] = [compose(old), compose(next)]
    const found = compareSchemas(before.effectiveSchema, after.effectiveSchema, {
      origins: { old: before, new: after },
    })
    expect([found.forward.verdict, found.backward.verdict]).toEqual([forward, backward])
    const told = found.changes.map(({ effect, path, component }) => `${effect} ${path} by ${component}`)
    if (change !== undefined) expect(told).toContain(change)
  })

  it('shows that a time must be given now by a task that gives none', () => {
    const [before, after] = [compose(maxRunTime('forbid')), compose(maxRunTime('require'))]
    const { forward } = compareSchemas(before.effectiveSchema, after.effectiveSchema)
    if (forward.verdict !== 'refuted') throw new Error(forward.verdict)
    expect(forward.witness).not.toHaveProperty('maxRunTime')
    expect(forward.violations).toMatchObject([{ keyword: 'required', property: 'maxRunTime' }])
  })
})
