import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { outcomeOf, serverEnvironment } from '@/app/_testing/inProcess'
import { type Persona, signInPersonas } from '@/app/_testing/personas'
import { filledForm, textForms } from '@/app/_testing/textForms'
import { isDeep } from '@/lib/base/testing/deepRuns'
import type { HttpHost } from '@/lib/http/listen'
import { loopsBlocked } from '@/lib/queue/testing/loopsBlocked'
import { serveHttp } from '@/lib/queue/testing/serveHttp'
import { freePort } from '@/lib/registry/testing/freePort'

vi.mock('server-only', () => ({}))
vi.mock('next/headers', async () => (await import('@/app/_testing/inProcess')).nextHeaders)
vi.mock('next/cache', async () => (await import('@/app/_testing/inProcess')).nextCache)

const pieces = ['sk-', 'token:{', '"', '- ', '\u0001', 'eyJ', ' ', 'a: {']
/** One of them a day, or all. */
const todays = pieces.filter((_, i) => isDeep || i === Number(process.env.TEST_SEED) % pieces.length)
/** in empty loops of some 10 to 20 ms */
const mostBlocked = 5

let as: (persona: Persona) => void
let host: HttpHost
let stop: () => Promise<void>

beforeAll(async () => {
  const port = await freePort()
  stop = serverEnvironment(port)
  const api = await import('@/app/api/[[...path]]/route')
  host = await serveHttp((request) => api.POST(request, {}), { host: '127.0.0.1', port })
  as = await signInPersonas(`http://127.0.0.1:${port}`)
})
afterAll(async () => {
  await host.close()
  await stop()
})

const document = readFileSync(join(import.meta.dirname, '../../../docs/tour/native.yml'), 'utf8')
let drafts = 0

/** A design that nobody has changed yet. */
async function newDraft(): Promise<string> {
  const { services } = await import('@/app/_server/services/services')
  const { createDraft } = await import('@/lib/registry/drafts')
  const { store } = await services()
  const id = `long-${++drafts}`
  await createDraft(store, { id, title: 'proj-tour/native-1', document, author: 'test', now: new Date() })
  return id
}

describe.each(textForms)('a long text in the form of %s', (_, usual, send) => {
  it('stops nobody else, and is answered shortly', { timeout: 600_000 }, async () => {
    const fields = await usual()
    // what is done at first takes its own time
    as('admin')
    const first = await newDraft()
    await outcomeOf(() => send(filledForm(fields, 'nothing', ''), first))
    for (const name of Object.keys(fields)) {
      for (const piece of todays) {
        const form = filledForm(fields, name, piece.repeat(1_000_000 / piece.length))
        let answered = ''
        let blocked = Number.POSITIVE_INFINITY
        // what others do on the machine may take from one try, not from all
        for (let tries = 0; tries < 3 && blocked >= mostBlocked; tries++) {
          as('admin')
          const draft = await newDraft()
          const loops = await loopsBlocked(async () => {
            answered = JSON.stringify(await outcomeOf(() => send(form, draft)))
          })
          blocked = Math.min(blocked, loops)
        }
        const where = `${JSON.stringify(piece)} in ${name}`
        expect(answered.length, `${where}: ${answered.slice(0, 300)}`).toBeLessThan(64 * 1024)
        expect(blocked, where).toBeLessThan(mostBlocked)
      }
    }
  })
})

it('names that are long come back short', { timeout: 120_000 }, async () => {
  const imports = textForms.find(([name]) => name === 'startImport')
  if (imports === undefined) throw new Error('nothing imports')
  const worker = { genericWorker: { config: { headlessTasks: true, ['Z'.repeat(300_000)]: 1 } } }
  const launchConfigs = [{ region: 'us-east-1', launchConfig: {}, capacityPerInstance: 1, workerConfig: worker }]
  const pool = { providerId: 'aws', description: '', owner: 'a@example.com', emailOnError: false }
  const config = JSON.stringify({ 'proj/x': { ...pool, config: { minCapacity: 0, maxCapacity: 1, launchConfigs } } })
  as('admin')
  const answered = JSON.stringify(await outcomeOf(() => imports[2](filledForm({}, 'config', config), '')))
  expect(answered).toContain('ZZZ')
  expect(answered.length, answered.slice(0, 500)).toBeLessThan(64 * 1024)
})

it('is tried in every field of every form that is read', async () => {
  const app = join(import.meta.dirname, '../..')
  const sources = readdirSync(app, { recursive: true, encoding: 'utf8' })
    .filter((path) => /(?<!\.test)\.tsx?$/.test(path) && !/(^|[\\/])_?testing[\\/]/.test(path))
    .map((path) => readFileSync(join(app, path), 'utf8'))
  const read = sources.flatMap((source) =>
    [...source.matchAll(/(?:formText\(form, |\bname\()'(\w+)'\)/g)].map(([, name]) => name),
  )
  const tried = (await Promise.all(textForms.map(([, usual]) => usual()))).flatMap((fields) => Object.keys(fields))
  // the format of a trace is read by a route, of a table
  expect([...new Set(read)].filter((name) => name !== 'format' && !tried.includes(name ?? ''))).toEqual([])
  const actions = sources
    .filter((source) => source.startsWith("'use server'") && source.includes('formData'))
    .flatMap((source) => [...source.matchAll(/export const (\w+) = guardedAction\([\s\S]*?\[([^\]]*)\]/g)])
    .filter(([, , takes]) => takes?.includes('formData'))
    .map(([, name]) => name)
  expect(actions.filter((name) => !textForms.some(([form]) => form === name))).toEqual([])
})
