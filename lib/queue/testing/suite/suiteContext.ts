import { randomBytes, randomUUID } from 'node:crypto'
import { request as send } from 'node:http'
import hawk from 'hawk'
import { createClient } from 'taskcluster-client'
import { expect } from 'vitest'
import { isJsonObject, type JsonObject } from '@/lib/base/json'

export interface SuiteClient {
  clientId: string
  accessToken: string
  scopes: string[]
  expires?: Date
  disabled?: boolean
}

/** A Queue that the suite drives, however it is hosted. */
export interface SuiteHost {
  /** its address on the loopback interface, without a slash at its end */
  rootUrl: string
  /** makes a Taskcluster client; it expires far in the future and is not disabled where nobody says otherwise */
  addClient(client: SuiteClient): Promise<void>
  stop(): Promise<void>
}

/** What a raw request says; it is signed by `as` where there is one. */
export interface RawRequest {
  as?: { clientId: string; accessToken: string }
  /** seconds that the clock of the signer is ahead */
  ahead?: number
  body?: string
  headers?: Record<string, string>
  ext?: string
  /** a body to sign the hash of, with its content type `application/json` */
  hashOf?: string
  /** the `Host` that is sent and signed */
  host?: string
}

export interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: JsonObject
}

/** How to make a client for one caller: `admin` may do everything, a list of scopes is what it limits itself to. */
export type SuiteCaller = 'admin' | 'nobody' | string[]

type Call = (name: string, ...args: unknown[]) => Promise<JsonObject>

export interface Refusal {
  statusCode: number
  code: string
  /** as it was sent, with the facts of the request at its end */
  message: string
  body: JsonObject
}

/** What the tests of the suite work with. Names are random, so that a host may have any content. */
export interface SuiteContext {
  rootUrl: string
  host: SuiteHost
  admin: { clientId: string; accessToken: string }
  /** calls a method of the Queue with a client that was generated from the published reference */
  queue(caller?: SuiteCaller): Call
  auth(caller?: SuiteCaller): Call
  workerManager(caller?: SuiteCaller): Call
  raw(method: string, path: string, request?: RawRequest): Promise<Answer>
  /** the refusal that a call ends with; its envelope is checked */
  refusal(call: Promise<unknown>): Promise<Refusal>
}

const credentialsOf = (clientId: string) => ({ clientId, accessToken: randomBytes(24).toString('base64url') })

/** Makes the context of a host that runs. */
export async function suiteContext(host: SuiteHost): Promise<SuiteContext> {
  const { rootUrl } = host
  const admin = credentialsOf(`suite/admin-${randomUUID()}`)
  await host.addClient({ ...admin, scopes: ['*'] })
  const clientOf = async (service: string) => {
    const answer = await fetch(`${rootUrl}/references/${service}/v1/api.json`)
    const reference: unknown = await answer.json()
    return createClient(isJsonObject(reference) ? reference : {})
  }
  const classes = {
    queue: await clientOf('queue'),
    auth: await clientOf('auth'),
    'worker-manager': await clientOf('worker-manager'),
  }
  const caller =
    (service: keyof typeof classes) =>
    (who: SuiteCaller = 'admin'): Call => {
      const limited = Array.isArray(who) ? { authorizedScopes: who } : {}
      const credentials = who === 'nobody' ? {} : admin
      const client = new classes[service]({ rootUrl, credentials, retries: 0, ...limited })
      return async (name, ...args) => {
        const answer: unknown = await client[name]?.(...args)
        if (!isJsonObject(answer)) throw new Error(`${service}.${name} answers no object, or is not published`)
        return answer
      }
    }
  const raw = (method: string, path: string, request: RawRequest = {}) => sendRaw(rootUrl, method, path, request)
  const clients = { queue: caller('queue'), auth: caller('auth'), workerManager: caller('worker-manager') }
  return { rootUrl, host, admin, ...clients, raw, refusal }
}

function sendRaw(rootUrl: string, method: string, path: string, request: RawRequest): Promise<Answer> {
  const { as, ahead = 0, body, ext, hashOf, host } = request
  const signedAt = host === undefined ? rootUrl : `http://${host}`
  const hashed = hashOf === undefined ? {} : { payload: hashOf, contentType: 'application/json' }
  const signed = as && {
    authorization: hawk.client.header(`${signedAt}${path}`, method, {
      credentials: { id: as.clientId, key: as.accessToken, algorithm: 'sha256' },
      timestamp: Math.floor(Date.now() / 1000) + ahead,
      ext,
      ...hashed,
    }).header,
  }
  const json = body === undefined ? {} : { 'content-type': 'application/json' }
  const headers = { ...json, ...(host === undefined ? {} : { host }), ...signed, ...request.headers }
  return new Promise((resolve, reject) => {
    const outgoing = send(rootUrl, { method, path, headers, agent: false }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part) => parts.push(part))
      response.on('error', reject)
      response.on('end', () => {
        const text = Buffer.concat(parts).toString('utf8')
        const value: unknown = text === '' ? {} : JSON.parse(text)
        const status = response.statusCode ?? 0
        resolve({ status, headers: response.headers, body: isJsonObject(value) ? value : {} })
      })
    })
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}

async function refusal(call: Promise<unknown>): Promise<Refusal> {
  const error: unknown = await call.then(
    (answer) => expect.fail(`not refused, but answered: ${JSON.stringify(answer)}`),
    (reason: unknown) => reason,
  )
  const { statusCode, code, body } = Object(error)
  expectEnvelope(statusCode, body)
  return { statusCode, code, message: body.message, body }
}

/** Holds an answer to the envelope of errors: three keys, and a message that ends with the facts of the request. */
export function expectEnvelope(status: number, body: JsonObject): void {
  expect(Object.keys(body).sort()).toEqual(['code', 'message', 'requestInfo'])
  const info = isJsonObject(body.requestInfo) ? body.requestInfo : {}
  expect(Object.keys(info).sort()).toEqual(['method', 'params', 'payload', 'time'])
  const facts = [
    `* method:     ${info.method}`,
    `* errorCode:  ${body.code}`,
    `* statusCode: ${status}`,
    `* time:       ${info.time}`,
  ]
  expect(String(body.message).split('\n\n---\n\n').at(-1)).toBe(facts.join('\n'))
}

/** A new taskId or taskGroupId: a version 4 UUID in base64url. */
export function slugId(): string {
  return Buffer.from(randomUUID().replaceAll('-', ''), 'hex').toString('base64url')
}

/** A new provisionerId. */
export function newProvisioner(): string {
  return `suite-${randomBytes(8).toString('hex')}`
}

/** A point in time so many minutes from now, as definitions have it. */
export function minutesFromNow(minutes: number): string {
  return new Date(Date.now() + minutes * 60_000).toJSON()
}

/** A task definition as small as can be, due in an hour. */
export function definition(taskQueueId: string, change: Record<string, unknown> = {}): JsonObject {
  const usual = {
    taskQueueId,
    created: minutesFromNow(0),
    deadline: minutesFromNow(60),
    payload: { command: ['true'] },
    metadata: { name: '', description: '', owner: '', source: 'https://example.com/x' },
  }
  return JSON.parse(JSON.stringify({ ...usual, ...change }))
}
