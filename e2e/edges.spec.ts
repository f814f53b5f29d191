import { once } from 'node:events'
import { connect } from 'node:net'
import { emptyLoop } from '@/lib/base/testing/loopsTaken'
import { type PostgresServer, startPostgres } from '@/lib/registry/testing/startPostgres'
import { askRaw, sendText } from './support/askRaw'
import { signIn } from './support/signIn'
import { type App, startApp } from './support/startApp'
import { startBlank } from './support/startBlank'
import { expect, test } from './support/test'
import { turnOn } from './support/turnOn'

test.describe('the edges of HTTP', () => {
  let app: App
  test.beforeAll(async () => {
    app = await startApp({ PUBLIC_READ: 'false' })
  })
  test.afterAll(() => app.dispose())

  const webSocket = [
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
  ].join('\r\n')

  test('pages answer for the name of the server alone', async () => {
    const { port } = new URL(app.rootUrl)
    for (const path of ['/', '/sign-in', '/designs', '/nowhere', '/worker-types/status.json', '/icon.svg']) {
      for (const host of ['evil.example.com', `evil.example.com:${port}`, '127.0.0.1', `10.0.0.1:${port}`]) {
        const { status, text } = await askRaw(`${app.rootUrl}${path}`, { host })
        expect({ path, host, status, says: text.includes(app.rootUrl) }).toEqual({
          path,
          host,
          status: 421,
          says: true,
        })
      }
      for (const host of [`127.0.0.1:${port}`, `localhost:${port}`]) {
        expect((await askRaw(`${app.rootUrl}${path}`, { host })).status).not.toBe(421)
      }
    }
    // signatures hold for one name, and say which
    expect((await askRaw(`${app.rootUrl}/api/queue/v1/ping`, { host: 'queue.internal' })).status).toBe(200)
  })

  test('what no page sends is refused', async () => {
    const { host } = new URL(app.rootUrl)
    for (const path of ['/sign-in', '/api/queue/v1/ping']) {
      const texts = [
        `GET http://evil.example.com${path} HTTP/1.1\r\nHost: ${host}\r\n\r\n`,
        `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nHost: evil.example.com\r\n\r\n`,
        `TRACE ${path} HTTP/1.1\r\nHost: ${host}\r\n\r\n`,
        `GET ${path} HTTP/1.1\r\nHost: ${host}\r\n${webSocket}\r\n\r\n`,
        `GET http://127.0.0.1:1${path} HTTP/1.1\r\nHost: ${host}\r\n${webSocket}\r\n\r\n`,
      ]
      for (const text of texts) expect([400, 405], text).toContain(await sendText(app.rootUrl, text))
    }
  })

  test('what is not for everybody is kept by nobody in between, and read by no other site', async ({ page }) => {
    await signIn(page, app)
    await startBlank(page, app, 'native-1')
    await turnOn(page, ['env', 'success'])
    await page.goto(`${page.url()}/review`)
    await page.getByRole('button', { name: 'Register', exact: true }).click()
    await expect(page.getByText('Registered, enforced')).toBeVisible()
    const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
    const script = await page.locator('script[src^="/_next/static/"]').first().getAttribute('src')
    const place = '/worker-types/proj/native-1'
    const paths = ['/', '/designs', `${place}/schema.json`, `${place}/versions/1/schema.json`, `${place}/design.yml`]
    for (const path of [
      ...paths,
      `${place}/bundle.zip`,
      `${place}/status.json`,
      `${place}/in-force.json`,
      '/icon.svg',
      script ?? '/',
      '/api/queue/v1/ping',
    ]) {
      for (const method of ['GET', 'OPTIONS']) {
        const { status, headers } = await askRaw(`${app.rootUrl}${path}`, { cookie }, method)
        expect(status, path).toBeLessThan(500)
        expect(headers['cache-control'] ?? '', path).not.toMatch(/public/)
        expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([])
        expect(headers.vary, path).toMatch(/Cookie, Authorization/)
      }
    }
    expect((await askRaw(`${app.rootUrl}${script}`)).headers['cache-control']).toMatch(
      /^private, max-age=\d+, immutable$/,
    )
  })

  test('an action that cannot be read is one line of the log, and counted', async ({ page }) => {
    await signIn(page, app)
    const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
    const count = async () =>
      Number(
        /^app_malformed_actions_total (\d+)$/m.exec((await askRaw(`${app.rootUrl}/metrics`, { cookie })).text)?.[1],
      )
    const before = await count()
    const headers = { origin: app.rootUrl, 'next-action': '0'.repeat(42), 'content-type': 'text/plain' }
    const status = (await askRaw(`${app.rootUrl}/sign-in?planted`, headers, 'POST')).status
    expect(status).toBeGreaterThanOrEqual(400)
    expect(await count()).toBe(before + 1)
    const lines = app
      .output()
      .split('\n')
      .filter((line) => line.includes('could not be read'))
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { level: 40, method: 'POST', path: '/sign-in', status },
    ])
    // from its first line on, the log is lines of JSON
    const log = app.output().slice(app.output().indexOf('{"level"')).trim().split('\n')
    for (const line of log) if (!/^(?:Worker Type Designer|Sign in|A new sign-in link): /.test(line)) JSON.parse(line)
    expect(app.output()).not.toContain('planted')
  })

  test('it ends soon after it was told to, whatever is open, and another one takes its place', async () => {
    const port = Number(new URL(app.rootUrl).port)
    const { host } = new URL(app.rootUrl)
    const texts = [
      '',
      `GET /sign-in HTTP/1.1\r\nHost: ${host}\r\n${webSocket}\r\n\r\n`,
      `POST /designs HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 1000\r\n\r\nx`,
      `PUT /api/queue/v1/task/fN1SbArXTPSVFNUvaOlinQ HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 1000\r\n\r\n{`,
    ]
    const sockets = texts.map((text) => {
      const socket = connect(port, '127.0.0.1').on('error', () => {})
      socket.resume().write(text)
      return socket
    })
    // a connection that is reset is closed, too
    const closed = sockets.map((socket) => new Promise((resolve) => socket.once('close', resolve)))
    await Promise.all(sockets.map((socket) => (socket.connecting ? once(socket, 'connect') : undefined)))
    const begun = performance.now()
    await app.stop()
    expect(performance.now() - begun).toBeLessThan(Math.max(25_000, 500 * emptyLoop()))
    await Promise.all(closed)
    await app.restart()
    expect((await askRaw(`${app.rootUrl}/sign-in`)).status).toBe(200)
  })
})

test.describe('two processes on one database', () => {
  let server: PostgresServer
  let one: App
  let other: App
  test.beforeAll(async () => {
    server = await startPostgres()
    const common = { DATABASE_URL: server.url, SEAL_KEY: 'k'.repeat(40) }
    one = await startApp(common)
    other = await startApp({ ...common, ROOT_URL: one.rootUrl })
  })
  test.afterAll(async () => {
    await one.dispose()
    await other.dispose()
    await server.stop()
  })

  test('know each other’s sessions, and say so in words while the database hangs', async ({ page }) => {
    await signIn(page, one)
    const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
    const headers = { cookie, host: new URL(one.rootUrl).host }
    const askBoth = () =>
      Promise.all(
        [one, other].flatMap(({ rootUrl }) =>
          ['/', '/designs', '/audit'].map((path) => askRaw(`${rootUrl}${path}`, headers)),
        ),
      )
    for (const { status, text } of await askBoth())
      expect({ status, in: text.includes('Sign out') }).toEqual({ status: 200, in: true })

    server.pause()
    const begun = performance.now()
    // more than the pools have connections
    const rounds = await Promise.all([1, 2, 3, 4, 5].map(askBoth))
    expect(performance.now() - begun).toBeLessThan(Math.max(10_000, 200 * emptyLoop()))
    for (const { status, text, headers: told } of rounds.flat()) {
      expect({ status, again: told['retry-after'] }).toEqual({ status: 503, again: '5' })
      expect(text).toMatch(/^The database of this server does not answer\./)
    }
    server.resume()
    for (const { status, text } of await askBoth())
      expect({ status, in: text.includes('Sign out') }).toEqual({ status: 200, in: true })
  })
})
