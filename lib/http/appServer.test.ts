import { request } from 'node:http'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type AppServer, listenForApp } from './appServer'
import { createLog } from './createLog'

const publicFile = {
  'cache-control': 'public, max-age=9, immutable',
  'access-control-allow-origin': '*',
  vary: 'Accept',
}
let server: AppServer
let seen: Record<string, unknown>

async function start(publicRead: boolean): Promise<void> {
  server = await listenForApp(
    { host: '127.0.0.1', port: 0 },
    {
      ...{ log: createLog('app', 'silent'), proxies: 0, publicRead },
      rootUrl: () => `http://127.0.0.1:${server.port}`,
      handle: ({ headers }, response) => {
        seen = { forwarded: headers['x-forwarded-for'], host: headers['x-forwarded-host'] }
        if (seen.forwarded === '127.0.0.1') response.writeHead(200, publicFile).end('x')
      },
    },
  )
}
beforeEach(() => start(true))
afterEach(() => server.close(0))

function ask(path: string, headers: Record<string, string> = {}, method = 'GET') {
  return new Promise<{ status: number; headers: Record<string, unknown> }>((resolve, reject) => {
    const asked = request({ port: server.port, host: '127.0.0.1', path, method, headers, agent: false }, (answer) => {
      answer.resume().on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers }))
    })
    asked.on('error', reject).end()
  })
}

it.each<[string, string, number]>([
  ['/designs', 'evil.example.com', 421],
  ['/metricsx', 'evil.example.com', 421],
  ['/apix', 'evil.example.com', 421],
  ['/metrics?x', 'evil.example.com', 200],
  ['/api/queue/v1/ping', 'evil.example.com', 200],
  ['/references/manifest.json', 'evil.example.com', 200],
  ['/%zz', 'own', 400],
  ['/designs', 'own', 200],
])('answers %s asked of %s with %i', async (path, host, status) => {
  expect((await ask(path, { host: host === 'own' ? `localhost:${server.port}` : host })).status).toBe(status)
})

it('takes the word of nobody for where a request comes from', async () => {
  await ask('/', { 'x-forwarded-for': '6.6.6.6', 'x-forwarded-host': 'evil.example.com' })
  expect(seen).toEqual({ forwarded: '127.0.0.1', host: undefined })
})

it('is public where everybody may read', async () => {
  expect((await ask('/worker-types/a/b/schema.json')).headers).toMatchObject(publicFile)
})

it.each([
  ['/worker-types/a/b/schema.json', 'private, no-cache'],
  ['/_next/static/chunks/a.js', 'private, max-age=9, immutable'],
])('says of %s that it is for one where reading takes a scope', async (path, caching) => {
  await server.close(0)
  await start(false)
  const { headers } = await ask(path)
  expect(headers).toMatchObject({ 'cache-control': caching, vary: 'Accept, Cookie, Authorization' })
  expect(headers).not.toHaveProperty('access-control-allow-origin')
})

it('begins nothing new once it stops, and lets what is under way ask the services', async () => {
  server.refuseNew()
  expect(await ask('/designs')).toMatchObject({ status: 503, headers: { 'retry-after': '5' } })
  expect((await ask('/api/queue/v1/ping')).status).toBe(200)
})
