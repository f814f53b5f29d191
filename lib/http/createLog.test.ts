import { expect, it } from 'vitest'
import { createLog } from './createLog'
import { duringRequest } from './currentRequest'

const secret = 'hUnTer2-hUnTer2-hUnTer2'

it('writes one object a line, at its level', () => {
  const lines: string[] = []
  const log = createLog('queue', 'info', { write: (line: string) => void lines.push(line) })
  log.info({ taskId: 'fN1SbArXTPSVFNUvaOlinQ', sha256: 'a'.repeat(64) }, 'seen')
  log.debug('not at this level')
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatch(/\}\n$/)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    ...{ name: 'queue', level: 30, msg: 'seen' },
    ...{ taskId: 'fN1SbArXTPSVFNUvaOlinQ', sha256: 'a'.repeat(64) },
  })
})

it.each<[string, object, string]>([
  ['a header', { authorization: `Hawk id="a", mac="${secret}"` }, 'seen'],
  [
    'a header deep inside',
    { request: { headers: { authorization: secret, cookie: `wtd-session=${secret}` } } },
    'seen',
  ],
  ['an address', { target: `/api/queue/v1/ping?bewit=${secret}` }, 'seen'],
  ['an address of a login', { target: `/sign-in/callback?code=${secret}&state=${secret}` }, 'seen'],
  ['the message', {}, `TASKCLUSTER_ACCESS_TOKEN=${secret}`],
  ['an error', { err: new Error('no', { cause: new Error(`postgres://a:${secret}@b/c`) }) }, 'failed'],
  [
    'what a client of a service hangs on its errors',
    { err: Object.assign(new Error('no'), { credentials: { token: secret } }) },
    'x',
  ],
])('keeps secrets out of the log: %s', (_, seen, message) => {
  const lines: string[] = []
  createLog('queue', 'info', { write: (line: string) => void lines.push(line) }).error(seen, message)
  expect(lines.join('')).toContain('"level":50')
  expect(lines.join('')).not.toContain('hUnTer2')
})

it('names the request that is being answered', () => {
  const lines: string[] = []
  const log = createLog('queue', 'info', { write: (line: string) => void lines.push(line) })
  duringRequest({ id: 'r1', reached: true }, () => log.info('inside'))
  log.info('outside')
  expect(lines.map((line) => JSON.parse(line).requestId)).toEqual(['r1', undefined])
})

it.each([
  ['ends of lines', 'a\r\nb\u0085c\u2028d\u2029e'],
  ['what terminals obey', 'a\u001b[2Jb\u009b2Jc\u007f'],
  ['what turns text around', 'a\u202eb\u2066c'],
])('stays one line that is printable, whatever it is told: %s', (_, text) => {
  const lines: string[] = []
  const log = createLog('queue', 'info', { write: (line: string) => void lines.push(line) })
  log.info({ path: text, [text]: 1, err: new Error(text) }, text)
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatch(/^[\x20-\x7e]+\n$/)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ path: text, msg: text })
})
