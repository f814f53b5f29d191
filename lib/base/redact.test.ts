import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from './json'
import { redactText, redactWithin } from './redact'
import { deepRuns } from './testing/deepRuns'
import { growth, mostGrowth } from './testing/growth'

const secret = 'hUnTer2-hUnTer2-hUnTer2'
const slug = 'fN1SbArXTPSVFNUvaOlinQ'
const accessToken = `${slug}${slug}`

describe('redactText', () => {
  it.each([
    `postgres://admin:${secret}@db/types`,
    `postgres://admin:p@${secret}@db/types`,
    `https://:${secret}@tc.example.com/`,
    `Authorization: Hawk id="admin", ts="1", nonce="x", mac="${secret}"`,
    `headers {"authorization":"Hawk id=\\"admin\\", mac=\\"${secret}\\""} sent`,
    `"Authorization": "Basic ${secret}"`,
    `Hawk id="a", ext="${secret}"`,
    `a header with mac="${secret}" was refused`,
    `Bearer ${secret}`,
    'Basic aFVuVGVyMi1oVW5UZXIyLWhVblRlcjI=',
    `GET /api/queue/v1/ping?bewit=${secret}&a=b`,
    `GET /sign-in/callback?code=${secret}&state=x`,
    `GET /sign-in/callback?code=x&state=${secret}`,
    `GET /sign-in?token=${secret}`,
    `next=%2Fsign-in%3Ftoken%3D${secret}`,
    `/sign-in/callback#access_token=${secret}`,
    `Cookie: theme=dark; wtd-session=${secret}`,
    `set-cookie: wtd-login=${secret}; Path=/; HttpOnly`,
    `the cookie was wtd-session=${secret}`,
    `the cookie was wtd-session-3000=${secret}`,
    `the cookie was __Host-wtd-login-8443=${secret}`,
    `-----BEGIN RSA PRIVATE KEY-----\n${secret}\n-----END RSA PRIVATE KEY-----`,
    `-----BEGIN PRIVATE KEY-----\n${secret}`,
    `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.${secret}`,
    `ghp_${secret}`,
    `Fe26.2*1*${secret}*b*c~2`,
    `{"accessToken": "${secret}"}`,
    `{\\"accessToken\\":\\"${secret}\\"}`,
    `{'access_token': '${secret}'}`,
    `accessToken: ${secret} # of the worker`,
    `{accessToken: ${secret}, clientId: a}`,
    `credentials:\n  accessToken: |-\n    ${secret}\n`,
    `TASKCLUSTER_ACCESS_TOKEN=${secret}`,
    `TASKCLUSTER_ACCESS_TOKEN_2=${secret}`,
    `SEAL_KEY=${secret}`,
    `export GITHUB_TOKEN=${secret}`,
    `db.password=${secret}`,
    `password: ${secret}`,
    `secret: ${secret}`,
    `{"secret":"two words of it ${secret}"}`,
    `certificate: '{"version":1,"scopes":["a"],"seed":"${secret}","signature":"x"}'`,
    `{"version":1,"seed":"${secret}","signature":"x"}`,
    `{\\"version\\":1,\\"signature\\":\\"${secret}\\"}`,
    `staticSecret: "${secret}"`,
  ])('takes the secret out of %j', (text) => {
    expect(redactText(text)).not.toContain('hUnTer2')
    expect(redactText(text)).not.toContain('aFVuVGVyMi')
    expect(redactText(text)).toContain('[redacted]')
  })

  it('knows access tokens of Taskcluster without a name', () => {
    expect(redactText(`the token ${accessToken} was refused`)).toBe('the token [redacted] was refused')
    expect(redactText('AKIAIOSFODNN7EXAMPLE')).toBe('[redacted]')
    expect(redactText('password: correcthorse\nname: a')).toBe('password: [redacted]\nname: a')
  })

  it.each([
    'the task needs the scope worker:cache:objects',
    'proj/native-1 version 3',
    `sha256 ${'a'.repeat(64)}`,
    'sk-bArXTPSVFNUvaOlinQ and sk-b1rXTPSVRNCvaOlinQ are ids of tasks',
    'taskId a-sk-1b2c3d4e5f6g7h8j9k0lm',
    `taskId: ${slug}, task-group ${slug}, GET /api/queue/v1/task/${slug}/status?continuationTo=1`,
    'https://tc.example.com:8080/path?x=1',
    'https://tc.example.com:8080/@scope/package',
    'queue:declare-worker-type:proj/native-1#payloadSchema',
    'auth:reset-access-token:proj/worker-7 secrets:get:project/worker_7 auth:create-client:a',
    'accessToken: {$env: TASKCLUSTER_ACCESS_TOKEN}',
    '{"accessToken":{"$env":"TASKCLUSTER_ACCESS_TOKEN"},"certificate":{"$env":"TASKCLUSTER_CERTIFICATE"}}',
    '{$secret: project/worker-types/native-1, key: password}',
    '{"$secret": "project/worker-types/native-1", "key": "password"}',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a placeholder in the files of a pool
    'accessToken = ${TASKCLUSTER_ACCESS_TOKEN}',
    'secret: true',
    'settings.credentials.accessToken: This is a secret, and a design holds none. Write a reference instead: {$env: NAME}.',
    'Hawk signatures can be sent again within 15 minutes. Basic settings. Bearer of the scopes.',
    'Set TASKCLUSTER_ACCESS_TOKEN where the worker runs.',
    'Check client id, access token and, for temporary credentials, the certificate; and the clock.',
    'connect ECONNREFUSED 127.0.0.1:5432',
    'a token: the sign-in link has one. Cookies: two.',
    'config.apiKey: Unknown property. Certificate: Required here. taskToken: Nothing is known of it.',
  ])('leaves %j as it is', (text) => expect(redactText(text)).toBe(text))

  const root = join(import.meta.dirname, '..', '..')
  const texts = ['public/examples', 'docs', 'docs/tour', 'docs/decisions', 'engine-catalog', 'plugin-catalog'].flatMap(
    (folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.(ya?ml|json|ndjson|md)$/.test(name))
        .map((name) => join(folder, name)),
  )
  it.each(texts)('leaves %s as it is, which holds no secret', (path) => {
    const text = readFileSync(join(root, path), 'utf8')
    expect(redactText(text)).toBe(text)
  })
})

const base64url = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_']
const hex = [...'0123456789abcdef']
const word = (letters: string[], length: number) =>
  fc.array(fc.constantFrom(...letters), { minLength: length, maxLength: length }).map((each) => each.join(''))
/** A slug id of version 4: what ids of tasks are, and halves of access tokens. */
const slugId = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => {
  const id = Buffer.from(bytes)
  id[6] = ((id[6] ?? 0) & 0x0f) | 0x40
  id[8] = ((id[8] ?? 0) & 0x3f) | 0x80
  return id.toString('base64url')
})
const token = fc.oneof(
  fc.tuple(slugId, slugId).map((halves) => halves.join('')),
  slugId,
  word(base64url, 43),
)

describe('whatever the secret is', () => {
  const contexts: ((secret: string) => string)[] = [
    (value) => JSON.stringify({ accessToken: value }),
    (value) => JSON.stringify(JSON.stringify({ credentials: { accessToken: value } })),
    (value) => JSON.stringify(JSON.stringify(JSON.stringify({ accessToken: value }))),
    (value) => `accessToken: '${value}'`,
    (value) => `TASKCLUSTER_ACCESS_TOKEN=${value}\n`,
    (value) => `/sign-in?token=${value}`,
    (value) => `/sign-in/callback?state=${value}&code=${value}`,
    (value) => `Authorization: Bearer ${value}`,
    (value) => `Cookie: a=b; wtd-session=${value}`,
    (value) => `Hawk id="a", ts="1", nonce="n", mac="${value}"`,
    (value) => `postgres://a:${value}@host:5432/b`,
    (value) => `-----BEGIN EC PRIVATE KEY-----\n${value}\n-----END EC PRIVATE KEY-----\n`,
  ]
  it('it goes where its context says what it is, and nothing of it stays', () => {
    fc.assert(
      fc.property(token, fc.constantFrom(...contexts), fc.lorem(), (value, context, words) => {
        const cleaned = redactText(`${words}\n${context(value)}`)
        expect(cleaned).not.toContain(value.slice(0, 12))
        expect(cleaned).not.toContain(value.slice(-12))
        expect(cleaned.startsWith(words)).toBe(true)
      }),
      { numRuns: deepRuns(2000) },
    )
  })

  it('is gone after one pass, and the second changes nothing', () => {
    fc.assert(
      fc.property(token, fc.constantFrom(...contexts), (value, context) => {
        const once = redactText(context(value))
        expect(redactText(once)).toBe(once)
      }),
    )
  })

  it('ids of tasks and hashes stay in every context that is not of a secret', () => {
    const any = fc.oneof(slugId, word(hex, 64), word(hex, 40), word(base64url, 22), word(base64url, 43))
    // a hash that begins as tokens do is one, as far as anybody can tell
    const id = any.filter((value) => !/(?:^|-)(?:sk-|eyJ|gh[pousr]_|github_pat_|glpat-|xox|AKIA|ASIA)/.test(value))
    const places: ((id: string) => string)[] = [
      (value) => value,
      (value) => `taskId: ${value}`,
      (value) => `sha256=${value}`,
      (value) => JSON.stringify({ taskId: value, schemaSha256: value, ETag: `"${value}"` }),
      (value) => `GET /api/queue/v1/task/${value}/runs/0?limit=5`,
      (value) => `queue:create-task:low:${value}`,
      (value) => `/designs/${value}/review`,
      (value) => `the tasks ${value}, ${value} and ${value}.`,
    ]
    fc.assert(
      fc.property(id, fc.constantFrom(...places), (value, place) => {
        expect(redactText(place(value))).toBe(place(value))
      }),
      { numRuns: deepRuns(2000) },
    )
  })

  it.each([
    ...[
      'token',
      'a-',
      'x.y',
      'a1.b2.',
      'A_',
      'aaaaa',
      'Hawk ',
      'Basic ',
      '://a:',
      'a.a://',
      'token=',
      'cookie=',
      'cookie:',
      'eyJ',
      'eyJ-',
      'sk-',
    ],
    ...[
      '"secret":"',
      'secret\\\\',
      '-----BEGIN PRIVATE KEY-----',
      '\\"',
      'password: |\n',
      'token:{',
      'token:a(',
      'password:a(',
      'password: ',
      '%26token',
    ],
    ...[
      'AKIA',
      'Fe26.2*',
      '?code=',
      'Bearer ',
      'authorization:',
      'mac="',
      'A_TOKEN_1',
      'token1',
      'token\\',
      '\n',
      ' ',
      '&a',
      'null',
      'ghp_',
      'wtd-session=',
    ],
  ])('takes time in proportion to the number of %j', (piece) => {
    for (const end of ['', '"', '(']) {
      const texts = new Map([8000, 32_000].map((length) => [length, piece.repeat(length / piece.length) + end]))
      expect(
        growth((length) => void redactText(texts.get(length) ?? ''), 8000),
        end,
      ).toBeLessThan(mostGrowth)
    }
  })
})

const redact = (value: JsonObject) => redactWithin(value, { longestText: 10_000, longest: 100_000 })

describe('redactWithin', () => {
  it('goes by the names of members, too', () => {
    const value = {
      clientId: 'admin',
      accessToken: secret,
      deep: [{ 'api-key': secret, n: 1 }],
      tokens: 3,
      secret: '',
      credentials: { clientId: 'a', accessToken: { $env: 'TOKEN' } },
      certificate: { version: 1, seed: secret, signature: secret, scopes: ['a'] },
      passwords: [secret, { $secret: 'project/a', key: 'password' }],
    }
    expect(redact(value)).toEqual({
      clientId: 'admin',
      accessToken: '[redacted]',
      deep: [{ 'api-key': '[redacted]', n: 1 }],
      tokens: 3,
      secret: '',
      credentials: { clientId: 'a', accessToken: { $env: 'TOKEN' } },
      certificate: { version: 1, seed: '[redacted]', signature: '[redacted]', scopes: ['a'] },
      passwords: ['[redacted]', { $secret: 'project/a', key: 'password' }],
    })
  })

  it('looks into names, which may be texts of somebody', () => {
    expect(redact({ [`password=${secret}`]: 1 })).toEqual({ 'password=[redacted]': 1 })
  })

  it('leaves alone what holds no secret', () => {
    const value = fc.jsonValue({ maxDepth: 3, stringUnit: fc.constantFrom('a', 'b', ' ', '/', '1') })
    fc.assert(
      fc.property(value, (each) => {
        const parsed = { value: JSON.parse(JSON.stringify(each)) }
        expect(redact(parsed)).toEqual(parsed)
      }),
    )
  })
})
