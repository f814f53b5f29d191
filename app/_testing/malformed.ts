import { cookieName } from '@/lib/auth/sessions/sessionCookies'

/** A request as an attacker or a broken program sends it. The path may have characters that no browser sends. */
export interface MalformedRequest {
  method: string
  path: string
  headers: Record<string, string>
  body?: string
}

/** Parts of addresses and texts that programs trip over. */
export const nasty = [
  ...['', '0', '-1', '1e999', '9'.repeat(40), 'null', 'undefined', 'NaN', '[object Object]', 'true'],
  ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '..', '.', '%2e%2e', '%00', '%ff', '%'],
  ...[
    '%E2%80%AE',
    '%F0%9F%92%A9',
    'a%0d%0ab',
    '%2F',
    '%252F',
    "'",
    '"',
    '<script>',
    '{{7*7}}',
    '$' + '{7*7}',
    '\\',
    ';',
    '|',
  ],
  ...["' or 1=1--", 'a'.repeat(300), '*', 'native', 'proj', 'native-1', 'taskcluster-worker', 'plugin', 'V'.repeat(22)],
]

const segments = [
  ...['', 'designs', 'worker-types', 'catalog', 'preview', 'sign-in', 'clients', 'audit', 'metrics', 'new', 'file'],
  ...[
    'review',
    'trace',
    'bundle',
    'versions',
    'docs',
    'schema.json',
    'examples.json',
    'status.json',
    'in-force.json',
    'callback',
  ],
]

const services = [
  ...[
    'queue/v1/ping',
    'queue/v1/task/X',
    'queue/v1/task/X/status',
    'queue/v1/task-group/X/list',
    'queue/v1/provisioners',
  ],
  ...['queue/v1/provisioners/X/worker-types/X', 'queue/v1/task-queues/X', 'queue/v1/task-queues', 'queue/v1/pending/X'],
  ...['auth/v1/authenticate-hawk', 'auth/v1/scopes/current', 'worker-manager/v1/worker-pool/X', 'X/v1/X', 'X'],
]

/** Makes requests that no well-meaning caller sends, one after another. */
export function malformedRequests(random: () => number, origin: string): () => MalformedRequest {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
  const some = (most: number) => Math.floor(random() * (most + 1))
  const text = () => (random() < 0.8 ? pick(nasty) : Array.from({ length: some(40) }, character).join(''))
  const character = () => String.fromCharCode(random() < 0.7 ? 32 + some(94) : some(0xd7ff))
  const encoded = () => (random() < 0.5 ? text() : encodeURIComponent(text()))

  const path = () => {
    if (random() < 0.5) return `/api/${pick(services).replaceAll('X', () => encoded())}`
    if (random() < 0.1) return `/${pick(['references', 'schemas'])}/${encoded()}/${encoded()}`
    return `/${Array.from({ length: some(6) }, () => (random() < 0.6 ? pick(segments) : encoded())).join('/')}`
  }
  const query = () => {
    if (random() < 0.5) return ''
    const names = [
      'limit',
      'continuationToken',
      'format',
      'token',
      'failed',
      'state',
      'code',
      'before',
      'bewit',
      'version',
      'from',
    ]
    return `?${Array.from({ length: 1 + some(4) }, () => `${random() < 0.8 ? pick(names) : encoded()}=${encoded()}`).join('&')}`
  }
  const deep = (depth: number) => `${'{"a":['.repeat(depth)}1${']}'.repeat(depth)}`
  const value = (depth: number): unknown => {
    const roll = random()
    if (depth > 3 || roll < 0.4) return pick<unknown>([null, true, 1e308, -0, '', text(), 2 ** 53, []])
    if (roll < 0.6) return Array.from({ length: some(4) }, () => value(depth + 1))
    const names = [
      'payload',
      'scopes',
      'expires',
      'created',
      'deadline',
      'metadata',
      'payloadSchema',
      'method',
      '__proto__',
      'ext',
    ]
    return Object.fromEntries(Array.from({ length: some(5) }, () => [pick(names), value(depth + 1)]))
  }
  const body = () => {
    const roll = random()
    if (roll < 0.15) return deep(some(3000))
    if (roll < 0.3) return '{"__proto__": {"admin": true}, "constructor": {"prototype": {"x": 1}}}'
    if (roll < 0.5) return JSON.stringify(value(0)).slice(0, some(60))
    if (roll < 0.6) return Array.from({ length: some(500) }, character).join('')
    return JSON.stringify(value(0)) ?? ''
  }
  const authorization = () => {
    const id = pick(['admin', '', 'a"b', '__proto__', 'x'.repeat(500)])
    const ext = Buffer.from(
      pick(['{', 'null', '[]', '{"certificate":1}', '{"authorizedScopes":["*"]}', deep(50)]),
    ).toString('base64')
    const hawk = `Hawk id="${id}", ts="${pick(['1', '', '9'.repeat(30), String(Math.floor(Date.now() / 1000))])}", nonce="n", ext="${ext}", mac="${text()}"`
    return pick(['Bearer x', 'Basic Og==', 'Hawk', 'hawk id=""', hawk, hawk.slice(0, some(hawk.length)), text()])
  }
  const header = (raw: string) => raw.replace(/[^\x20-\x7e]/g, '?')

  return () => {
    const method = pick(['GET', 'GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'])
    const headers: Record<string, string> = {}
    const say = (name: string, chance: number, make: () => string) => {
      if (random() < chance) headers[name] = header(make())
    }
    say('authorization', 0.3, authorization)
    say(
      'cookie',
      0.3,
      () =>
        `${cookieName(origin, 'session')}=${encodeURIComponent(text())}; theme=${encodeURIComponent(text())}; ${encodeURIComponent(text())}`,
    )
    say('content-type', 0.6, () =>
      pick([
        'application/json',
        'multipart/form-data',
        'multipart/form-data; boundary=x',
        'text/plain',
        'application/x-www-form-urlencoded',
        text(),
      ]),
    )
    say('if-none-match', 0.1, text)
    say('origin', 0.3, () => pick(['null', 'https://evil.example.com', text()]))
    say('next-action', 0.1, () => pick(['x', '0'.repeat(42), text()]))
    say('rsc', 0.05, () => '1')
    say('x-forwarded-for', 0.1, text)
    const carries = method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS'
    return { method, path: `${path()}${query()}`, headers, ...(carries ? { body: body() } : {}) }
  }
}
