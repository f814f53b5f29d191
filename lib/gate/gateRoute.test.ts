import { expect, it } from 'vitest'
import { gateRoute, originForm } from './gateRoute'

const id = 'fN1SbArXTPSVFNUvaOlinQ'

it.each([
  ['PUT', `/api/queue/v1/task/${id}`, 'create-task'],
  ['PUT', `/api/queue/v1/task/${id}/`, 'create-task'],
  ['PUT', `/api/queue/v1/task/${id}?bewit=x`, 'create-task'],
  ['PUT', `/api/queue/v1/task/${id}#x`, 'create-task'],
  ['PUT', `/api/queue/v1/%74ask/${id}`, 'create-task'],
  ['PUT', `/api/queue/v1/task/%66${id.slice(1)}`, 'create-task'],
  ['PUT', `//api//queue/v1/task/${id}`, 'create-task'],
  ['PUT', `/api/auth/../queue/v1/./task/${id}`, 'create-task'],
  ['PUT', `/api/auth/%2e%2e/queue/v1/task/${id}`, 'create-task'],
  ['PUT', `/api\\queue/v1/task/${id}`, 'create-task'],
  ['PUT', `http://tc.example.com/api/queue/v1/task/${id}`, 'create-task'],
  ['PUT', '/api/queue/v1/task/no-slug-id', 'create-task'],
  ['GET', `/api/queue/v1/task/${id}`, 'pass-on'],
  ['POST', `/api/queue/v1/task/${id}/cancel`, 'pass-on'],
  ['PUT', `/api/queue/v1/task/${id}/x`, 'pass-on'],
  ['PUT', '/api/queue/v1/task/%', 'create-task'],
  ['PUT', '/api/queue/v1/provisioners/p/worker-types/w', 'declare-worker-type'],
  ['PUT', '/api/queue/v1/provisioners/p/worker-types/w/', 'declare-worker-type'],
  ['GET', '/api/queue/v1/provisioners/p/worker-types/w', 'pass-on'],
  ['PUT', '/api/queue/v1/provisioners/p', 'pass-on'],
  ['GET', '/references/queue/v1/api.json', 'published'],
  ['HEAD', '/schemas/queue/v1/update-workertype-request.json', 'published'],
  ['OPTIONS', '/references/queue/v1/api.json', 'pass-on'],
  ['GET', '/references/auth/v1/api.json', 'pass-on'],
  ['GET', '/schemas', 'pass-on'],
  ['GET', '/', 'not-served'],
  ['GET', '/apix', 'not-served'],
  ['GET', '/api/../login', 'not-served'],
  ['OPTIONS', '*', 'not-served'],
])('%s %s: %s', (method, target, kind) => {
  expect(gateRoute(method, target).kind).toBe(kind)
})

it('asks upstream for path and query as they were written', () => {
  expect(originForm('/api/%74?a=%2F')).toBe('/api/%74?a=%2F')
  expect(originForm('http://tc.example.com/api/x?y')).toBe('/api/x?y')
  expect(originForm('https://tc.example.com')).toBe('/')
})
