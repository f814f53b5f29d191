import { cookieName } from '@/lib/auth/sessions/sessionCookies'
import { type MalformedRequest, nasty } from './malformed'
import { malformedBodies } from './malformedBodies'

/** What somebody inside knows: what an attacker outside has to guess. */
export interface Insiders {
  origin: string
  /** ids of server actions */
  actions: string[]
  /** cookies of sessions */
  cookies: string[]
  /** ids of clients that may sign requests */
  clients: string[]
  /** ids of designs */
  drafts: string[]
  /** a client that may be turned off or given another token: nobody inside is it */
  target: string
  /** a worker type with versions */
  taskQueueId: string
}

/** A request that `as` is to sign, where it says so. */
export interface InsiderRequest extends MalformedRequest {
  as?: string
}

const texts = [
  ...[
    '\ud800',
    'a\0b',
    '\u202eabc',
    '\ufeff',
    '\u{1f4a9}',
    'e\u0301'.repeat(50),
    '-1',
    '1e999',
    '9'.repeat(400),
    '2147483648',
  ],
  ...[
    'a: [b',
    'a: &a [*a]',
    '? [',
    '%YAML 3.0\n---\na',
    '{"a":',
    'x: !!js/function "x"',
    '- '.repeat(2000),
    'worker: taskcluster-worker',
  ],
  ...[
    '{"version":1}',
    '{"version":1,"scopes":"*","start":"x","expiry":1e400}',
    '2026-02-31',
    '0000-00-00',
    '999999-01-01',
    'on',
    'yes',
  ],
]
const paths = [
  '/',
  '/sign-in',
  '/designs',
  '/designs/new',
  '/clients',
  '/audit',
  '/catalog',
  '/catalog/new',
  '/worker-types',
]
const filters = [
  'who',
  'action',
  'entity',
  'since',
  'until',
  'before',
  'format',
  'from',
  'to',
  'intent',
  'version',
  '_rsc',
  'page',
]

/** Makes requests of people and programs who may do something, and send what no page and no client sends. */
export function malformedInsiderRequests(random: () => number, inside: Insiders): () => InsiderRequest {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
  const some = (most: number) => Math.floor(random() * (most + 1))
  const list = <T>(most: number, make: () => T) => Array.from({ length: some(most) }, make)
  const known = () =>
    pick([
      ...inside.drafts,
      inside.taskQueueId,
      ...inside.taskQueueId.split('/'),
      'taskcluster-worker',
      inside.target,
      'native',
      '1',
    ])
  const text = () => pick([known, () => pick(nasty), () => pick(texts)])()
  const encoded = () => (random() < 0.6 ? encodeURIComponent(wellFormed(text())) : pick(nasty))

  const { json, value, deep, multipart } = malformedBodies(random, text, known)
  const action = (): InsiderRequest => {
    const isForm = random() < 0.6
    const boundary = `----x${some(1000)}`
    const type = isForm
      ? `multipart/form-data; boundary=${random() < 0.95 ? boundary : 'other'}`
      : 'text/plain;charset=UTF-8'
    const plain = () => pick([() => json(list(4, () => value())), () => json(value()), deep, text, () => ''])()
    const path = pick([...paths, ...inside.drafts.map((id) => `/designs/${id}`), `/worker-types/${inside.taskQueueId}`])
    const headers = { origin: inside.origin, 'next-action': pick(inside.actions), 'content-type': type }
    return { method: 'POST', path, headers, body: wellFormed(isForm ? multipart(boundary) : plain()) }
  }

  const page = (): InsiderRequest => {
    const versions = () =>
      `/worker-types/${inside.taskQueueId}/${pick(['compare', `versions/${encoded()}`, 'versions/1', 'preview', 'trace', 'docs'])}`
    const path = pick([
      ...[() => pick(['/audit', '/audit/file', '/clients', '/catalog/new']), versions, versions],
      () => `/designs/${pick(inside.drafts)}/${pick(['review', 'bundle', 'preview', 'trace', ''])}`,
      () => `/catalog/${pick(['taskcluster-worker', encoded()])}/${pick(['plugin', 'engine'])}/${encoded()}`,
    ])()
    const query = list(5, () => `${pick(filters)}=${encoded()}`).join('&')
    const headers: Record<string, string> = random() < 0.2 ? { rsc: '1', 'next-router-state-tree': encoded() } : {}
    return { method: pick(['GET', 'GET', 'GET', 'HEAD']), path: `${path}?${query}`, headers }
  }

  const services = [
    ...['queue/v1/task/T', 'queue/v1/task/T/cancel', 'queue/v1/task-group/T/cancel', 'queue/v1/provisioners/proj'],
    ...[`queue/v1/provisioners/${inside.taskQueueId.replace('/', '/worker-types/')}`, 'auth/v1/authenticate-hawk'],
    ...['auth/v1/scopes/current', 'worker-manager/v1/worker-pool/proj%2Fone', 'queue/v1/task-queues/proj%2Fone'],
  ]
  const api = (): InsiderRequest => {
    const path = `/api/${pick(services).replace('T', () => pick(['V'.repeat(22), 'fN1SbArXTPSVFNUvaOlinQ', encoded()]))}`
    const query = random() < 0.3 ? `?${pick(['limit', 'continuationToken', 'bewit', 'x'])}=${encoded()}` : ''
    const method = pick(['GET', 'PUT', 'PUT', 'POST', 'POST', 'DELETE'])
    const names = [
      'payload',
      'scopes',
      'expires',
      'created',
      'deadline',
      'metadata',
      'payloadSchema',
      'taskQueueId',
      'config',
      'providerId',
      'owner',
      'method',
      'resource',
      'host',
      'port',
      'authorization',
      'dependencies',
      'extra',
      'constructor',
    ]
    const body = pick([
      () => json(Object.fromEntries(list(8, () => [pick(names), value()]))),
      () => json(value()),
      deep,
      text,
    ])()
    const headers = {
      'content-type': pick(['application/json', 'application/json', 'text/plain', 'application/json; charset=x']),
    }
    return {
      method,
      path: `${path}${query}`,
      headers,
      as: pick(inside.clients),
      ...(method === 'GET' ? {} : { body: wellFormed(body) }),
    }
  }

  return () => {
    const request = pick([action, action, page, api])()
    const headers: Record<string, string> = { ...request.headers }
    const own = (['session', 'login'] as const).map((kind) => cookieName(inside.origin, kind))
    const broken = () => `${pick([...own, 'theme', '__proto__', ''])}=${encoded()}`
    if (request.as === undefined && random() < 0.85)
      headers.cookie = [pick(inside.cookies), ...list(2, broken)].join('; ')
    // a rate limit would hide everything behind it
    headers['x-forwarded-for'] = `10.${some(255)}.${some(255)}.${some(255)}`
    return { ...request, headers }
  }
}

/** Half of a surrogate pair becomes the character that stands for what cannot be read, as on every wire. */
function wellFormed(text: string): string {
  return Buffer.from(text).toString()
}
