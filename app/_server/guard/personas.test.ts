import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { asking, formOf, outcomeOf, serverEnvironment } from '@/app/_testing/inProcess'
import { type Persona, signInPersonas } from '@/app/_testing/personas'
import { pooledDesign } from '@/app/_testing/pooledDesign'
import { seenInForce } from '@/app/_testing/seenInForce'
import { notThere, seenOf, twins } from '@/app/_testing/twins'
import { workerConfig } from '@/app/_testing/workerConfig'
import { recordScreen } from '@/lib/catalog/testing/recordScreen'
import type { HttpHost } from '@/lib/http/listen'
import { serveHttp } from '@/lib/queue/testing/serveHttp'
import { freePort } from '@/lib/registry/testing/freePort'

vi.mock('server-only', () => ({}))
vi.mock('next/headers', async () => (await import('@/app/_testing/inProcess')).nextHeaders)
vi.mock('next/cache', async () => (await import('@/app/_testing/inProcess')).nextCache)

const everybody: Persona[] = [
  ...(['nobody', 'viewer', 'other designer', 'designer', 'registrar', 'admin'] as const),
  ...(['expired session', 'forged cookie', 'cross-site'] as const),
]
const known: Persona[] = ['viewer', 'other designer', 'designer', 'registrar', 'admin']

let as: (persona: Persona) => void
let host: HttpHost
let stop: () => Promise<void>
let origin: string
let draft: string

beforeAll(async () => {
  const port = await freePort()
  origin = `http://127.0.0.1:${port}`
  stop = serverEnvironment(port, { PUBLIC_READ: 'false' })
  const { answerQueue } = await import('@/app/_server/services/answerQueue')
  host = await serveHttp(answerQueue, { host: '127.0.0.1', port })
  as = await signInPersonas(origin)
  as('admin')
  draft = await newDraft('proj/native-1')
  expect(await register(draft)).toEqual([])
})
afterAll(async () => {
  await host.close()
  await stop()
})

const tour = readFileSync(new URL('../../../docs/tour/native.yml', import.meta.url), 'utf8')

const documentOf = (id: string) => {
  const [provisionerId, workerType] = id.split('/')
  return tour
    .replace(/^provisionerId: .*$/m, `provisionerId: ${provisionerId}`)
    .replace(/^workerType: .*$/m, `workerType: ${workerType}`)
}

const pooledDraft = () => newDraft('proj/pooled', pooledDesign('proj/pooled'))

async function newDraft(id: string, document = documentOf(id)): Promise<string> {
  const { createDraft } = await import('@/lib/registry/drafts')
  const { services } = await import('@/app/_server/services/services')
  const { store } = await services()
  const name = `${id}-${Math.random()}`.replace(/\W/g, '-')
  const made = await createDraft(store, {
    id: name,
    title: id,
    document,
    author: 'test',
    now: new Date(),
  })
  if (!made.ok) throw new Error('no draft')
  return name
}

async function register(id: string): Promise<string[]> {
  const { registerDesign } = await import('@/app/_server/actions/reviewDesign')
  const inForce = await seenInForce('proj/native-1')
  const form = formOf({ revision: '1', basedOn: String(await numberOf('proj/native-1')), inForce, message: 'test' })
  return codes(await registerDesign(id, form))
}

async function numberOf(taskQueueId: string): Promise<number> {
  const { services } = await import('@/app/_server/services/services')
  const { currentVersion } = await import('@/lib/registry/versions/versions')
  return (await currentVersion((await services()).store, taskQueueId))?.number ?? 0
}

const codes = (answer: unknown): string[] => {
  const value = Object(answer)
  if (value.outcome === 'signed-out') return ['sign-in-needed']
  const problems: { code: string; severity: string }[] = value.problems ?? []
  return problems.filter(({ severity }) => severity === 'error').map(({ code }) => code)
}

/** What an action answers to somebody: the code of its first problem, `done`, or where it went. */
async function say(call: () => unknown): Promise<string> {
  const outcome = await outcomeOf(call)
  if ('went' in outcome) return outcome.went.startsWith('redirect:/sign-in') ? 'sign-in-needed' : 'done'
  return codes(outcome.answer)[0] ?? 'done'
}

type Action = [name: string, allowed: Persona[], call: () => Promise<unknown>, lacking?: string]

const file = (text: string) => new Blob([text], { type: 'text/plain' })
const drafts = {
  startBlank: () => import('@/app/_server/actions/startDesign'),
  example: () => import('@/app/_server/actions/startDesign'),
}
let count = 0
const fresh = (stem: string) => `${stem}-${++count}`

const designers: Persona[] = ['designer', 'admin']
const actions: Action[] = [
  [
    'startBlank',
    designers,
    async () =>
      (await drafts.startBlank()).startBlank(
        formOf({ worker: 'taskcluster-worker', provisionerId: 'proj', workerType: fresh('b') }),
      ),
  ],
  ['startExample', designers, async () => (await drafts.example()).startExample(formOf({ example: 'qemu-desktop' }))],
  [
    'startImport',
    designers,
    async () =>
      (await import('@/app/_server/actions/startDesign')).startImport(
        formOf({ config: JSON.stringify({ config: workerConfig }) }),
      ),
  ],
  [
    'startFromVersion',
    designers,
    async () => (await import('@/app/_server/actions/workerTypeActions')).startFromVersion('proj/native-1', 1),
  ],
  [
    'restoreVersion',
    designers,
    async () => (await import('@/app/_server/actions/workerTypeActions')).restoreVersion('proj/native-1', 1),
  ],
  [
    'replayLastTasks',
    known,
    async () => (await import('@/app/_server/actions/reviewDesign')).replayLastTasks(draft, formOf({ tasks: '{}' })),
  ],
  [
    'saveDesign',
    designers,
    async () => {
      const id = await newDraft('proj/save')
      return (await import('@/app/_server/actions/editDesign')).saveDesign(
        id,
        formOf({ document: file(documentOf('proj/save')), revision: '1' }),
      )
    },
  ],
  [
    'saveDesign under another name',
    ['admin'],
    async () => {
      const id = await newDraft('proj/save')
      return (await import('@/app/_server/actions/editDesign')).saveDesign(
        id,
        formOf({ document: file(documentOf('other/save')), revision: '1' }),
      )
    },
  ],
  [
    'deleteDesign',
    designers,
    async () => (await import('@/app/_server/actions/editDesign')).deleteDesign(await newDraft('proj/delete')),
  ],
  [
    'submitEntry to check',
    known,
    async () =>
      (await import('@/app/_server/actions/catalogEntries')).submitEntry(
        formOf({ entry: recordScreen, intent: 'check' }),
      ),
  ],
  [
    'submitEntry to add',
    ['admin'],
    async () => {
      const entry = recordScreen.replace('1.0.0', `1.0.${++count}`)
      return (await import('@/app/_server/actions/catalogEntries')).submitEntry(formOf({ entry, intent: 'add' }))
    },
  ],
  [
    'deleteVersion',
    ['admin'],
    async () =>
      (await import('@/app/_server/actions/catalogEntries')).deleteVersion({
        worker: 'taskcluster-worker',
        kind: 'plugin',
        name: 'recordscreen',
        version: '0.0.1',
      }),
  ],
  [
    'registerDesign',
    ['registrar', 'admin'],
    async () => ({ problems: (await register(draft)).map((code) => ({ code, severity: 'error' })) }),
  ],
  [
    'registerDesign with its pool',
    ['admin'],
    async () => {
      const { registerDesign } = await import('@/app/_server/actions/reviewDesign')
      const form = formOf({
        revision: '1',
        basedOn: String(await numberOf('proj/pooled')),
        inForce: await seenInForce('proj/pooled'),
        message: '',
        withPool: 'yes',
      })
      return registerDesign(await pooledDraft(), form)
    },
  ],
  [
    'renewNow',
    ['registrar', 'admin'],
    async () => (await import('@/app/_server/actions/workerTypeActions')).renewNow('proj/native-1', 1, true),
  ],
  [
    'setAutomaticRenewal',
    ['registrar', 'admin'],
    async () => (await import('@/app/_server/actions/workerTypeActions')).setAutomaticRenewal('proj/native-1', false),
  ],
  [
    'checkWorkerTypeNow',
    known,
    async () => (await import('@/app/_server/actions/workerTypeActions')).checkWorkerTypeNow('proj/native-1'),
  ],
  [
    'previewDesign',
    known,
    async () => (await import('@/app/_server/actions/previewTasks')).previewDesign(draft, formOf({ tasks: '{}' })),
  ],
  [
    'traceDesign',
    known,
    async () =>
      (await import('@/app/_server/actions/traceTask')).traceDesign(draft, formOf({ tasks: '{"command": ["x"]}' })),
  ],
  [
    'previewWorkerType',
    known,
    async () =>
      (await import('@/app/_server/actions/previewTasks')).previewWorkerType(
        'proj',
        'native-1',
        formOf({ tasks: '{}' }),
      ),
  ],
  [
    'traceWorkerType',
    known,
    async () =>
      (await import('@/app/_server/actions/traceTask')).traceWorkerType(
        'proj',
        'native-1',
        formOf({ tasks: '{"command": ["x"]}' }),
      ),
  ],
  [
    'makeClient',
    ['admin'],
    async () =>
      (await import('@/app/_server/actions/clientActions')).makeClient(
        formOf({ clientId: fresh('c'), scopes: 'a', expires: '2999-01-01', description: '' }),
      ),
  ],
  [
    'switchClient',
    ['admin'],
    async () => (await import('@/app/_server/actions/clientActions')).switchClient('admin', true),
    'client-kept',
  ],
  [
    'expireClient',
    ['admin'],
    async () =>
      (await import('@/app/_server/actions/clientActions')).expireClient('nobody', formOf({ expires: '2999-01-01' })),
    'client-unknown',
  ],
  [
    'rotateClient',
    ['admin'],
    async () => (await import('@/app/_server/actions/clientActions')).rotateClient('nobody'),
    'client-unknown',
  ],
]

/** What takes no more than reading. */
const forReaders = ['replayLastTasks', 'previewDesign', 'traceDesign', 'previewWorkerType', 'traceWorkerType']
/** What few may read, whoever may read the rest. */
const few = ['audit', 'audit page', 'clients']

function isAction(name: string): boolean {
  return /^[a-z]+[A-Z]/.test(name) || name.startsWith('client:') || name.startsWith('trace file')
}

/** Why somebody is refused: told before all else, so that it is the same for what exists and what does not. */
function refusalOf(persona: Persona): string[] {
  if (persona === 'cross-site') return ['cross-site-request', 'sign-in-needed']
  return known.includes(persona) ? ['scopes-missing', 'queue-scopes-missing', 'sign-in-needed'] : ['sign-in-needed']
}

const open = { params: Promise.resolve({ provisionerId: 'proj', workerType: 'native-1', number: '1' }) }
const missing = { params: Promise.resolve({ provisionerId: 'proj', workerType: 'nothing', number: '1' }) }
const ofDraft = { params: Promise.resolve({ id: 'nothing' }) }
const routes: [string, Persona[], () => Promise<{ GET?: unknown; POST?: unknown }>, object][] = [
  ['bundle of a design', known, () => import('@/app/designs/[id]/bundle/route'), ofDraft],
  [
    'trace of a worker type',
    [],
    () => import('@/app/worker-types/[provisionerId]/[workerType]/trace/file/route'),
    missing,
  ],
  ['trace of a design', [], () => import('@/app/designs/[id]/trace/file/route'), ofDraft],
  ['bundle.zip', known, () => import('@/app/worker-types/[provisionerId]/[workerType]/bundle.zip/route'), open],
  ['bundle.tar.gz', known, () => import('@/app/worker-types/[provisionerId]/[workerType]/bundle.tar.gz/route'), open],
  ['examples.json', known, () => import('@/app/worker-types/[provisionerId]/[workerType]/examples.json/route'), open],
  ['schema.json', known, () => import('@/app/worker-types/[provisionerId]/[workerType]/schema.json/route'), open],
  [
    'schema.json that is missing',
    known,
    () => import('@/app/worker-types/[provisionerId]/[workerType]/schema.json/route'),
    missing,
  ],
  ['status.json', known, () => import('@/app/worker-types/[provisionerId]/[workerType]/status.json/route'), open],
  [
    'status.json that is missing',
    known,
    () => import('@/app/worker-types/[provisionerId]/[workerType]/status.json/route'),
    missing,
  ],
  ['in-force.json', known, () => import('@/app/worker-types/[provisionerId]/[workerType]/in-force.json/route'), open],
  [
    'in-force.json that is missing',
    known,
    () => import('@/app/worker-types/[provisionerId]/[workerType]/in-force.json/route'),
    missing,
  ],
  ['status.json of all', known, () => import('@/app/worker-types/status.json/route'), open],
  [
    'version schema.json',
    known,
    () => import('@/app/worker-types/[provisionerId]/[workerType]/versions/[number]/schema.json/route'),
    open,
  ],
  [
    'version examples.json',
    known,
    () => import('@/app/worker-types/[provisionerId]/[workerType]/versions/[number]/examples.json/route'),
    open,
  ],
  ['design.yml', known, () => import('@/app/worker-types/[provisionerId]/[workerType]/design.yml/route'), open],
  [
    'version design.yml',
    known,
    () => import('@/app/worker-types/[provisionerId]/[workerType]/versions/[number]/design.yml/route'),
    open,
  ],
  [
    'version bundle.zip',
    known,
    () => import('@/app/worker-types/[provisionerId]/[workerType]/versions/[number]/bundle.zip/route'),
    open,
  ],
  [
    'version bundle.tar.gz',
    known,
    () => import('@/app/worker-types/[provisionerId]/[workerType]/versions/[number]/bundle.tar.gz/route'),
    open,
  ],
  ['metrics', known, () => import('@/app/metrics/route'), open],
  ['audit', ['admin'], () => import('@/app/audit/file/route'), open],
]

const idOf = (id: string) => ({ params: Promise.resolve({ id }), searchParams: Promise.resolve({}) })
const entry = {
  params: Promise.resolve({ worker: 'taskcluster-worker', kind: 'plugin', name: 'cache' }),
  searchParams: Promise.resolve({}),
}
const searching = { ...open, searchParams: Promise.resolve({}) }
const pages: [string, Persona[], () => Promise<unknown>, () => object][] = [
  ['home', known, () => import('@/app/page'), () => open],
  ['designs', known, () => import('@/app/designs/page'), () => open],
  ['new design', known, () => import('@/app/designs/new/page'), () => open],
  ['design', known, () => import('@/app/designs/[id]/page'), () => idOf(draft)],
  ['design that is missing', [], () => import('@/app/designs/[id]/page'), () => idOf('nothing')],
  ['review', known, () => import('@/app/designs/[id]/review/page'), () => idOf(draft)],
  ['preview of a design', known, () => import('@/app/designs/[id]/preview/page'), () => idOf(draft)],
  ['trace page', known, () => import('@/app/designs/[id]/trace/page'), () => idOf(draft)],
  ['preview', known, () => import('@/app/preview/page'), () => open],
  ['catalog', known, () => import('@/app/catalog/page'), () => open],
  ['catalog entry', known, () => import('@/app/catalog/[worker]/[kind]/[name]/page'), () => entry],
  ['new entry', known, () => import('@/app/catalog/new/page'), () => ({ searchParams: Promise.resolve({}) })],
  ['worker type', known, () => import('@/app/worker-types/[provisionerId]/[workerType]/page'), () => open],
  [
    'worker type that is missing',
    [],
    () => import('@/app/worker-types/[provisionerId]/[workerType]/page'),
    () => missing,
  ],
  ['compare', known, () => import('@/app/worker-types/[provisionerId]/[workerType]/compare/page'), () => searching],
  [
    'version',
    known,
    () => import('@/app/worker-types/[provisionerId]/[workerType]/versions/[number]/page'),
    () => open,
  ],
  ['docs', known, () => import('@/app/worker-types/[provisionerId]/[workerType]/docs/page'), () => open],
  [
    'version docs',
    known,
    () => import('@/app/worker-types/[provisionerId]/[workerType]/versions/[number]/docs/page'),
    () => open,
  ],
  [
    'worker type preview',
    known,
    () => import('@/app/worker-types/[provisionerId]/[workerType]/preview/page'),
    () => open,
  ],
  ['worker type trace', known, () => import('@/app/worker-types/[provisionerId]/[workerType]/trace/page'), () => open],
  ['sign-in', everybody, () => import('@/app/sign-in/page'), () => ({ searchParams: Promise.resolve({}) })],
  ['clients', ['admin'], () => import('@/app/clients/page'), () => open],
  ['audit page', ['admin'], () => import('@/app/audit/page'), () => ({ searchParams: Promise.resolve({}) })],
]

describe.each([false, true])('where everybody may read: %s', (publicRead) => {
  beforeAll(async () => {
    const { services } = await import('@/app/_server/services/services')
    Object.assign((await services()).environment, { publicRead })
  })

  describe.each(actions)('%s', (name, allowed, call, otherwise = 'done') => {
    it.each(everybody)('by %s', async (persona) => {
      as(persona)
      const said = await say(call)
      const open = publicRead && forReaders.includes(name) && persona !== 'cross-site'
      if (open || allowed.includes(persona)) expect(said).toBe(otherwise)
      else expect(refusalOf(persona)).toContain(said)
    })
  })

  describe.each(routes)('%s', (name, allowed, load, context) => {
    it.each(everybody)('for %s', async (persona) => {
      as(persona)
      const handlers = await load()
      const handler = handlers.GET ?? handlers.POST
      if (typeof handler !== 'function') throw new Error(`${name} has no handler`)
      const method = handlers.GET === undefined ? 'POST' : 'GET'
      const request = new Request(`${origin}/x`, { method, headers: asking.headers })
      const answer: unknown = await outcomeOf(() => handler(request, context))
      const response = Object(answer).answer
      const went = Object(answer).went
      const status = response instanceof Response ? response.status : Number(went)
      const crossSite = method === 'GET' ? 'admin' : 'nobody'
      const who = persona === 'cross-site' ? crossSite : persona
      if (method === 'POST' && persona === 'cross-site') expect(status).toBe(403)
      else if (!known.includes(who) && (!publicRead || few.includes(name))) expect(status).toBe(401)
      else if (method === 'POST' || name.includes('missing') || name === 'bundle of a design') expect(status).toBe(404)
      else expect(status).toBe(allowed.includes(who) || (publicRead && !few.includes(name)) ? 200 : 403)
      // whoever may not read learns nothing of what is there
      if (status === 401)
        expect(await response.text()).toBe(
          'You are not signed in. Sign in in another tab and try again; what you typed stays here.\n',
        )
    })
  })

  describe.each(pages)('the page %s', (name, allowed, load, props) => {
    it.each(everybody)('for %s', async (persona) => {
      as(persona)
      const page = Object(await load())
      const who = persona === 'cross-site' ? 'admin' : persona
      const outcome = Object(await outcomeOf(() => page.default(props())))
      const reads = publicRead && !few.includes(name)
      const expected =
        allowed.includes(who) || (reads && allowed.length > 0)
          ? undefined
          : !known.includes(who) && !reads
            ? '401'
            : name.includes('missing')
              ? '404'
              : '403'
      expect(outcome.went).toBe(expected)
      if (page.generateMetadata === undefined) return
      const about = Object(await outcomeOf(() => page.generateMetadata(props())))
      expect(about.went === '404' ? undefined : about.went).toBe(expected === '404' ? undefined : expected)
    })
  })

  const hidden: Persona[] = ['nobody', 'expired session', 'forged cookie', 'cross-site']
  const request = (method: string) => new Request(`${origin}/x`, { method, headers: asking.headers })
  // the names of the table need no request
  const names = twins(() => new Request('http://localhost/')).map(([name]) => name)

  describe.each(names)('what %s says of what is there', (name) => {
    it.each(everybody)('to %s', async (persona) => {
      const isClient = name.startsWith('client:')
      const sees = isClient ? persona === 'admin' : publicRead || !hidden.includes(persona)
      // a GET from another site is the browser's own
      if (sees || (persona === 'cross-site' && !isAction(name))) return
      const [, ask] = twins(request).find(([each]) => each === name) ?? []
      if (ask === undefined) throw new Error(`nothing asks for ${name}`)
      const is = { draft, workerType: 'native-1', number: '1', clientId: 'viewer', entry: 'cache' }
      as(persona)
      const there = await seenOf(() => ask(is))
      as(persona)
      expect(await seenOf(() => ask(notThere))).toEqual(there)
    })
  })
})

it('is asked of every action and every page', () => {
  const named = new Set(actions.map(([name]) => name.split(' ')[0]))
  const app = fileURLToPath(new URL('../..', import.meta.url))
  const modules = readdirSync(app, { recursive: true, encoding: 'utf8' }).filter((path) => /\.tsx?$/.test(path))
  const sources = modules.map((path) => ({ path, text: readFileSync(join(app, path), 'utf8') }))
  const exported = sources
    .filter(({ text }) => text.startsWith("'use server'"))
    .flatMap(({ text }) => [...text.matchAll(/^export const (\w+)/gm)].map(([, name]) => name))
  // signing in and out is open to everybody
  expect(new Set(exported.filter((name) => name !== 'signIn' && name !== 'signOut'))).toEqual(named)
  const asked = readFileSync(fileURLToPath(import.meta.url), 'utf8')
  for (const { path } of sources) {
    if (!/(^|\/)(page|route)\.tsx?$/.test(path) || /^(api|references|schemas|sign-in\/\w+)\//.test(path)) continue
    expect(asked).toContain(`'@/app/${path.replace(/\.tsx?$/, '')}'`)
  }
})
