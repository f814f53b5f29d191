import { expect, it } from 'vitest'
import { refuseForeignPost } from './sameOrigin'

const own = { host: 'types.example.com', origin: 'https://types.example.com' }
const action = { ...own, 'next-action': '0'.repeat(42), 'content-type': 'text/plain;charset=UTF-8' }

it.each<[string, string, Record<string, string>, number | undefined]>([
  ['GET', '/designs', {}, undefined],
  ['HEAD', '/designs', {}, undefined],
  ['POST', '/designs', action, undefined],
  ['POST', '/designs', { ...action, 'content-type': 'multipart/form-data; boundary=----x' }, undefined],
  ['POST', '/designs', { ...action, 'content-type': 'multipart/form-data' }, 400],
  ['POST', '/designs', { ...action, 'content-type': 'application/json' }, 400],
  ['POST', '/designs', { ...action, authorization: 'Hawk id="a"', origin: 'null' }, 403],
  ['POST', '/designs', { ...action, origin: 'https://evil.example.com' }, 403],
  // a name that leads to this server, and is not its own
  ['POST', '/designs', { ...action, host: 'evil.example.com', origin: 'https://evil.example.com' }, 403],
  ['POST', '/designs', { ...action, origin: 'null' }, 403],
  ['POST', '/designs', { host: own.host, 'next-action': action['next-action'] }, 403],
  ['POST', '/designs', own, 400],
  ['POST', '/designs', { ...own, 'next-action': 'x' }, 400],
  ['POST', '/worker-types/a/b/trace/file', own, undefined],
  ['POST', '/worker-types/a/b/trace/file', { host: own.host }, 403],
  ['POST', '/worker-types/a/b/trace/file', { host: own.host, authorization: 'Hawk id="a"' }, undefined],
  ['PUT', '/designs', action, 405],
  ['DELETE', '/designs', action, 405],
])('%s %s with %j: %s', (method, path, headers, status) => {
  expect(refuseForeignPost({ method, path, headers: new Headers(headers) }, 'https://types.example.com')?.status).toBe(
    status,
  )
})
