import { randomUUID } from 'node:crypto'
import { request as send } from 'node:http'
import hawk from 'hawk'
import { isJsonObject, type JsonObject } from '@/lib/base/json'
import { createQueueHandler, type QueueHandler } from '@/lib/queue/createQueueHandler'
import type { Store } from '@/lib/registry/store/store'
import { clients } from '@/lib/registry/tables/serverTables'
import { freePort } from '@/lib/registry/testing/freePort'
import { checkOutput } from './checkOutput'
import { serveHttp } from './serveHttp'

/** What a test may say about a request; without `as` nobody signs it. */
export interface TestRequest {
  as?: string
  body?: unknown
  /** the body as it is, instead of `body` */
  raw?: string | Buffer
  headers?: Record<string, string>
  ext?: JsonObject
}

export interface TestAnswer {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: JsonObject
}

/** A Queue for tests, on a loopback port, with a clock that the test can move. */
export interface TestQueue {
  url: string
  clock: { now: Date }
  failures: unknown[]
  /** makes a client, whose access token is derived from its id, and answers its credentials */
  addClient(clientId: string, scopes: string[]): Promise<{ clientId: string; accessToken: string }>
  /** sends a request as it is, the path untouched */
  call(method: string, path: string, options?: TestRequest): Promise<TestAnswer>
  stop(): Promise<void>
}

const tokenOf = (clientId: string) => `token-of-${clientId}-xxxxxxxxxxxxxxxx`

/** Starts a Queue on a store; `wrap` may change what its handler does. */
export async function startQueue(store: Store, wrap = (handler: QueueHandler) => handler): Promise<TestQueue> {
  const clock = { now: new Date() }
  const failures: unknown[] = []
  const port = await freePort()
  const handler = createQueueHandler({
    store,
    rootUrl: `http://127.0.0.1:${port}`,
    now: () => clock.now,
    version: '1.2.3',
    randomId: randomUUID,
    onFailure: (error) => failures.push(error),
  })
  const host = await serveHttp(wrap(handler), { host: '127.0.0.1', port })

  const addClient = async (clientId: string, scopes: string[]) => {
    const accessToken = tokenOf(clientId)
    const row = { clientId, accessToken, scopes, description: '', disabled: false, createdAt: clock.now }
    await store.database.insert(clients).values({ ...row, expires: new Date('2999-01-01') })
    return { clientId, accessToken }
  }

  const call = (method: string, path: string, { as, body, raw, headers = {}, ext }: TestRequest = {}) => {
    const content = raw ?? (body === undefined ? undefined : JSON.stringify(body))
    const all: Record<string, string> = {
      ...(content === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    }
    if (as !== undefined) {
      all.authorization = hawk.client.header(`${host.url}${path}`, method, {
        credentials: { id: as, key: tokenOf(as), algorithm: 'sha256' },
        timestamp: Math.floor(clock.now.getTime() / 1000),
        ext: ext && Buffer.from(JSON.stringify(ext)).toString('base64'),
      }).header
    }
    return new Promise<TestAnswer>((resolve, reject) => {
      const request = send(host.url, { method, path, headers: all, agent: false }, (response) => {
        const parts: Buffer[] = []
        response.on('data', (part) => parts.push(part))
        response.on('error', reject)
        response.on('end', () => {
          const text = Buffer.concat(parts).toString('utf8')
          const value: unknown = text === '' ? {} : JSON.parse(text)
          const body = isJsonObject(value) ? value : {}
          const status = response.statusCode ?? 0
          try {
            if (status === 200) checkOutput(method, path, body)
            resolve({ status, headers: response.headers, body })
          } catch (error) {
            reject(error)
          }
        })
      })
      request.on('error', reject)
      request.end(content)
    })
  }
  return { url: host.url, clock, failures, addClient, call, stop: host.close }
}
