import { beforeEach, expect, it, vi } from 'vitest'
import { type CurrentRequest, duringRequest } from '@/lib/http/currentRequest'

const rootUrl = 'https://types.example.com'
const failure = { now: new Error() }

vi.mock('server-only', () => ({}))
vi.mock('next/headers', () => ({ headers: async () => new Headers({ origin: 'https://types.example.com' }) }))
vi.mock('@/app/_server/services/services', () => ({
  services: async () => ({ environment: { rootUrl, publicRead: false } }),
}))
vi.mock('@/app/_server/services/session', () => ({ currentSession: () => Promise.reject(failure.now) }))
const { guardedAction } = await import('./guardedAction')
const { guardedPage } = await import('./guardedPage')
const { guardedRoute } = await import('./guardedRoute')

beforeEach(() => {
  failure.now = Object.assign(new Error('Failed query: a'), { cause: Object.assign(new Error(), { code: '57P03' }) })
})

const route = guardedRoute('GET /x', 'readers', () => new Response('x'))
const refuse = (problem: { code: string }) => problem.code
const action = guardedAction({ name: 'x', readers: 'readers', refuse }, [], async () => 'done')
const page = guardedPage('readers', () => 'shown')

it('is 503 in words for a program, with when to ask again', async () => {
  const answer = await route(new Request(`${rootUrl}/x`), {})
  expect({ status: answer.status, again: answer.headers.get('retry-after') }).toEqual({ status: 503, again: '5' })
  expect(await answer.text()).toMatch(/^The database of this server does not answer\. .* Try again in a moment\.\n$/)
})

it('is a refusal for an action, so that what was typed stays', async () => {
  expect(await action()).toBe('database-gone')
})

it('is told to the server that answers a page, and to the page of errors', async () => {
  const request: CurrentRequest = { id: 'x', reached: false }
  const shown = duringRequest(request, () => page({}))
  await expect(shown).rejects.toMatchObject({ digest: 'database-gone' })
  expect(request).toMatchObject({ id: 'x', reached: true, trouble: { code: 'database-gone', retryAfter: 5 } })
})

it('has its own words where the disk is full', async () => {
  // as in another bundle of the app: another class of the same name
  failure.now = Object.assign(new Error('Failed query: a'), { cause: Object.assign(new Error(), { name: 'DiskFull' }) })
  const request: CurrentRequest = { id: 'x', reached: false }
  await expect(duringRequest(request, () => page({}))).rejects.toMatchObject({ digest: 'database-gone' })
  expect(request.trouble).toMatchObject({ code: 'disk-full', retryAfter: 30 })
  expect(await action()).toBe('disk-full')
  expect((await route(new Request(`${rootUrl}/x`), {})).headers.get('retry-after')).toBe('30')
})

it('is none of the other faults', async () => {
  failure.now = new Error('a fault of ours')
  const request: CurrentRequest = { id: 'x', reached: false }
  await expect(duringRequest(request, () => page({}))).rejects.not.toHaveProperty('digest')
  expect(request.trouble).toBeUndefined()
  await expect(action()).rejects.toThrow('a fault of ours')
  await expect(route(new Request(`${rootUrl}/x`), {})).rejects.toThrow('a fault of ours')
})
