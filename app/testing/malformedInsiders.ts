import { type MalformedRequest, nasty } from './malformed'

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
  /** a worker type with versions */
  taskQueueId: string
}

/** A request that `as` is to sign, where it says so. */
export interface InsiderRequest extends MalformedRequest {
  as?: string
}

const fields = [
  ...[
    'document',
    'revision',
    'config',
    'fileName',
    'engine',
    'worker',
    'provisionerId',
    'workerType',
    'example',
    'token',
  ],
  ...[
    'clientId',
    'accessToken',
    'certificate',
    'rootUrl',
    'scopes',
    'expires',
    'description',
    'tasks',
    'fails',
    'text',
  ],
  ...[
    'message',
    'basedOn',
    'typedName',
    'withPool',
    'poolSeen',
    'provider',
    'reason:x',
    '__proto__',
    'constructor',
    '',
  ],
]
/** What the encoding of arguments has for what JSON has not, right and wrong. */
const marks = [
  ...[
    '$undefined',
    '$NaN',
    '$Infinity',
    '$-0',
    '$n123',
    `$n${'9'.repeat(400)}`,
    '$nx',
    '$D2026-01-01',
    '$Dx',
    '$$x',
    '$',
  ],
  ...[
    '$K1',
    '$K9',
    '$K',
    '$Q1',
    '$W1',
    '$B1',
    '$F1',
    '$F9',
    '$h1',
    '$T',
    '$T1',
    '$@1',
    '$@0',
    '$L1',
    '$R1',
    '$r1',
    '$X1',
    '$x1',
    '$A1',
    '$i1',
  ],
  ...[
    '$0',
    '$1',
    '$9',
    '$1:__proto__:x',
    '$1:constructor:constructor',
    '$0:0:0',
    '$1:then',
    '$ffffffff',
    '$-1',
    '$C',
    '$M1',
    '$G1',
    '$O1',
    '$V1',
  ],
]
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
      'admin',
      'native',
      '1',
    ])
  const text = () => pick([known, () => pick(nasty), () => pick(texts)])()
  const encoded = () => (random() < 0.6 ? encodeURIComponent(wellFormed(text())) : pick(nasty))
  const number = () => pick([0, -1, 1, 2, 1e308, 2 ** 31, 2 ** 53, 0.5, -0])

  const value = (depth = 0): unknown => {
    const roll = random()
    if (roll < 0.3) return pick(marks)
    if (roll < 0.5) return text()
    if (roll < 0.65 || depth > 4) return pick<unknown>([null, true, false, number()])
    if (roll < 0.8) return list(4, () => value(depth + 1))
    return Object.fromEntries(list(4, () => [random() < 0.5 ? pick(fields) : text(), value(depth + 1)]))
  }
  const json = (content: unknown) => {
    // a key that JSON carries and an object literal would not
    const written = (JSON.stringify(content) ?? 'null').replaceAll('"constructor":', () =>
      pick(['"__proto__":', '"constructor":']),
    )
    return random() < 0.15 ? written.slice(0, some(written.length)) : written
  }
  const deep = () => `${pick(['[', '{"a":'])}`.repeat(some(20_000))

  const part = (boundary: string, name: string, content: string) => {
    const file = random() < 0.2 ? `; filename="${pick(['a', '', 'blob'])}"` : ''
    const type = random() < 0.1 ? `content-type: ${pick(['text/plain', 'x', 'application/octet-stream'])}\r\n` : ''
    return `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${file}\r\n${type}\r\n${content}\r\n`
  }
  /** A form behind arguments that are as they should be, or not quite; its fields missing, doubled, oversized. */
  const multipart = (boundary: string) => {
    const before = pick<unknown[]>([[], [known()], [known(), number()], [{ clientId: '', problems: [] }], [value()]])
    const args = random() < 0.7 ? json([...before, '$K1']) : pick([json(value()), deep(), ''])
    const long = random() < 0.01
    const filled = list(8, () =>
      part(boundary, `1_${pick(fields)}`, long ? text().repeat(5000).slice(0, 2_000_000) : text()),
    )
    const chunks = list(3, () =>
      part(
        boundary,
        pick(['0', '1', '2', '1_', '_1', 'x', '$ACTION_ID_x', '$ACTION_REF_1', '$ACTION_1:0']),
        json(value()),
      ),
    )
    const sent = [part(boundary, '0', args), ...filled, ...chunks]
    if (random() < 0.2) sent.reverse()
    return `${sent.join('')}${random() < 0.9 ? `--${boundary}--\r\n` : ''}`
  }
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
    const broken = () => `${pick(['wtd-session', 'wtd-login', 'theme', '__proto__', ''])}=${encoded()}`
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
