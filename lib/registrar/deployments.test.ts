import { createServer, type RequestListener } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import type { JsonValue } from '@/lib/base/json'
import { freePort } from '@/lib/registry/testing/freePort'
import { connectQueue } from './deployment/connectQueue'
import { currentScopes } from './deployment/currentScopes'
import { sendDeclaration } from './deployment/declaration'
import { readDeclared } from './deployment/readDeclared'

/** An answer that is no JSON, or no success. */
class Raw {
  constructor(
    readonly status: number,
    readonly text: string,
  ) {}
}

/** What a stand-in answers: a value as JSON, an answer as it is, or nothing at all. */
type Answer = JsonValue | Raw | 'silence'

const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

/** A deployment that answers what is said, by method and path, and 404 for the rest. */
async function deployment(answers: Record<string, Answer>): Promise<{ rootUrl: string; patience: number }> {
  const listener: RequestListener = (request, response) => {
    const key = [`${request.method} ${request.url}`, request.url ?? ''].find((name) => Object.hasOwn(answers, name))
    const answer = key === undefined ? new Raw(404, '{"error":"Not found"}') : answers[key]
    if (answer === 'silence') return
    const { status, text } = answer instanceof Raw ? answer : new Raw(200, JSON.stringify(answer))
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(text)
  }
  const port = await freePort()
  const server = createServer(listener).listen(port, '127.0.0.1')
  stops.push(
    () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  )
  return { rootUrl: `http://127.0.0.1:${port}`, patience: 300 }
}

const method = (name: string, args: string[], input?: string) => ({
  type: 'function',
  name,
  method: input === undefined ? 'get' : 'put',
  route: '/provisioners/<provisionerId>/worker-types/<workerType>',
  args,
  query: [],
  title: name,
  description: name,
  stability: 'deprecated',
  ...(input === undefined ? {} : { input }),
})
const names = ['provisionerId', 'workerType']
const reference = (...entries: JsonValue[]) => ({
  serviceName: 'queue',
  apiVersion: 'v1',
  title: 'Queue',
  description: '',
  entries,
})
const getWorkerType = method('getWorkerType', names)
const declareWorkerType = method('declareWorkerType', names, 'v1/update-workertype-request.json#')
const api = '/references/queue/v1/api.json'
const schema = '/schemas/queue/v1/update-workertype-request.json'
const path = '/api/queue/v1/provisioners/proj/worker-types/w'
const workerType = { description: 'd', stability: 'stable', expires: '2030-01-01T00:00:00.000Z' }
const up106 = { [api]: reference(declareWorkerType, getWorkerType), [schema]: { properties: { description: {} } } }
const gate = { ...up106, [schema]: { properties: { description: {}, payloadSchema: {} } } }

describe('what a deployment is found to be', () => {
  it.each<[string, Record<string, Answer>, string]>([
    ['whose Queue takes schemas', gate, 'enforced'],
    ['whose Queue declares without schemas', up106, 'declared-only'],
    ['whose Queue declares nothing', { [api]: reference(getWorkerType) }, 'published-only'],
  ])('one %s', async (_, answers, outcome) => {
    expect(await connectQueue(await deployment(answers))).toMatchObject({ ok: true, value: { outcome } })
  })

  it.each<[string, Record<string, Answer>, RegExp]>([
    ['is silent', { [api]: 'silence' }, /timeout|TimeoutError|aborted/i],
    ['is out of order', { [api]: new Raw(500, '{}') }, /answers 500/],
    ['sends words', { [api]: new Raw(200, '<html>') }, /is not what a Taskcluster deployment publishes/],
    [
      'sends half an answer',
      { [api]: new Raw(200, '{"serviceName":') },
      /is not what a Taskcluster deployment publishes/,
    ],
    ['sends a list', { [api]: [] }, /is not what a Taskcluster deployment publishes/],
    ['has another service there', { [api]: { ...reference(), serviceName: 'auth' } }, /reference of its Queue/],
    ['has methods without names', { [api]: reference({ type: 'function' }) }, /reference of its Queue/],
    ['has no schema where it says', { [api]: reference(declareWorkerType) }, /is not where its reference says/],
    ['has a schema without properties', { ...up106, [schema]: { title: 'x' } }, /is not where its reference says/],
    ['is silent about the schema', { ...up106, [schema]: 'silence' }, /timeout|TimeoutError|aborted/i],
  ])('a problem, where it %s', async (_, answers, words) => {
    expect(await connectQueue(await deployment(answers))).toMatchObject({
      ok: false,
      problems: [{ code: 'queue-unreachable', message: expect.stringMatching(words) }],
    })
  })

  it('a problem, where nobody is there', async () => {
    const nobody = { rootUrl: `http://127.0.0.1:${await freePort()}` }
    expect(await connectQueue(nobody)).toMatchObject({ ok: false, problems: [{ code: 'queue-unreachable' }] })
    expect(await currentScopes(nobody)).toMatchObject({ ok: false, problems: [{ code: 'queue-unreachable' }] })
  })
})

describe('what a Queue reports', () => {
  const read = async (answers: Record<string, Answer>) => {
    const connection = await connectQueue(await deployment(answers))
    if (!connection.ok) throw new Error(connection.problems[0]?.message)
    return readDeclared(connection.value, 'proj/w')
  }
  const held = { ...getWorkerType, name: 'getPayloadSchema', route: `${getWorkerType.route}/payload-schema` }

  it.each<[string, Record<string, Answer>, unknown]>([
    ['a worker type', { ...up106, [path]: workerType }, { description: 'd', payloadSchema: undefined }],
    ['nothing of it', up106, null],
    [
      'a task queue, where that is all it has',
      {
        [api]: reference({ ...method('getTaskQueue', ['taskQueueId']), route: '/task-queues/<taskQueueId>' }),
        '/api/queue/v1/task-queues/proj%2Fw': workerType,
      },
      { stability: 'stable', expires: new Date(workerType.expires) },
    ],
    [
      'the schema it holds',
      {
        [api]: reference(getWorkerType, held),
        [path]: workerType,
        [`${path}/payload-schema`]: { payloadSchema: { a: 1 } },
      },
      { description: 'd', payloadSchema: { a: 1 } },
    ],
    ['that it holds none', { [api]: reference(getWorkerType, held), [path]: workerType }, { payloadSchema: null }],
  ])('%s', async (_, answers, value) => {
    const found = await read(answers)
    expect(found.ok && found.value).toEqual(value === null ? null : expect.objectContaining(value))
  })

  it.each<[string, Answer, string]>([
    ['something else', { hello: 1 }, 'queue-unreachable'],
    ['a date that is none', { ...workerType, expires: 'soon' }, 'queue-unreachable'],
    ['a failure', new Raw(500, JSON.stringify({ message: 'x' })), 'queue-unreachable'],
    ['nothing', 'silence', 'queue-unreachable'],
    [
      'that one may not ask',
      new Raw(403, JSON.stringify({ code: 'InsufficientScopes', message: 'no' })),
      'queue-scopes-missing',
    ],
  ])('a problem, where it answers %s', async (_, answer, code) => {
    expect(await read({ ...up106, [path]: answer })).toMatchObject({ ok: false, problems: [{ code }] })
  })
})

describe('a declaration', () => {
  const send = async (answer: Answer) => {
    const connection = await connectQueue(await deployment({ ...gate, [`PUT ${path}`]: answer }))
    if (!connection.ok) throw new Error(connection.problems[0]?.message)
    return sendDeclaration(connection.value, { provisionerId: 'proj', workerType: 'w', body: { description: 'd' } })
  }

  it('is acknowledged by the answer of a Queue', async () => {
    expect(await send(workerType)).toMatchObject({ ok: true, value: workerType })
  })

  it.each<[string, Answer, string]>([
    ['that is none of a Queue', { ok: true }, 'queue-unreachable'],
    ['of words', new Raw(200, '<html>'), 'queue-unreachable'],
    ['that is a failure', new Raw(502, '{}'), 'queue-unreachable'],
    ['that never comes', 'silence', 'queue-unreachable'],
    ['that refuses', new Raw(400, JSON.stringify({ code: 'InputError', message: 'no' })), 'queue-refused'],
  ])('is not by one %s', async (_, answer, code) => {
    expect(await send(answer)).toMatchObject({ ok: false, problems: [{ code }] })
  })
})
