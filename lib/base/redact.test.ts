import { expect, it } from 'vitest'
import { redact, redactText } from './redact'

const secret = 'hUnTer2-hUnTer2-hUnTer2'

it.each([
  `postgres://admin:${secret}@db/types`,
  `Authorization: Hawk id="admin", ts="1", nonce="x", mac="${secret}"`,
  `Bearer ${secret}`,
  `GET /api/queue/v1/ping?bewit=${secret}&a=b`,
  `-----BEGIN RSA PRIVATE KEY-----\n${secret}\n-----END RSA PRIVATE KEY-----`,
  `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.${secret}`,
  `ghp_${secret}`,
  `AKIA${secret}`,
  `Fe26.2*1*${secret}*b*c~2`,
  `{"accessToken": "${secret}"}`,
  `TASKCLUSTER_ACCESS_TOKEN=${secret}`,
  `password: ${secret}`,
])('takes the secret out of %j', (text) => {
  expect(redactText(text)).not.toContain(secret)
  expect(redactText(text)).toContain('[redacted]')
})

it.each([
  'the task needs the scope worker:cache:objects',
  'proj/native-1 version 3',
  `sha256 ${'a'.repeat(64)}`,
  'https://tc.example.com:8080/path?x=1',
  'queue:declare-worker-type:proj/native-1#payloadSchema',
])('leaves %j as it is', (text) => expect(redactText(text)).toBe(text))

it('goes by the names of members, too', () => {
  const value = { clientId: 'admin', accessToken: secret, deep: [{ 'api-key': secret, n: 1 }], tokens: 3, secret: '' }
  const deep = [{ 'api-key': '[redacted]', n: 1 }]
  expect(redact(value)).toEqual({ clientId: 'admin', accessToken: '[redacted]', deep, tokens: 3, secret: '' })
})
