import { Agent, request as send } from 'node:http'
import type { Browser } from '@playwright/test'
import hawk from 'hawk'
import { type MalformedRequest, malformedRequests } from '@/app/_testing/malformed'
import { type InsiderRequest, type Insiders, malformedInsiderRequests } from '@/app/_testing/malformedInsiders'
import { deepRuns, isDeep } from '@/lib/base/testing/deepRuns'
import { randomNumbers } from '@/lib/base/testing/randomNumbers'
import { testSeed } from '@/scripts/steps/testSeed.mjs'
import { serverActions } from './support/serverActions'
import { shownToken } from './support/shownToken'
import { signIn } from './support/signIn'
import { type App, startApp } from './support/startApp'
import { startBlank } from './support/startBlank'
import { expect, test } from './support/test'
import { turnOn } from './support/turnOn'

const count = deepRuns(20_000, 1 / 16)
const atOnce = 8

let app: App
test.beforeAll(async () => {
  // callers have addresses of their own, so that what is limited is reached at all
  app = await startApp({ TRUSTED_PROXIES: '1' })
})
test.afterAll(() => app.dispose())

/** The status and the text of the answer; 0 where the server closed the connection over what cannot be HTTP. */
function ask(
  agent: Agent,
  { method, path, headers, body }: MalformedRequest,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve) => {
    const call = send(app.rootUrl, { method, path: sentPath(path), headers, agent, timeout: 30_000 }, (answer) => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (part: string) => {
        if (text.length < 100_000) text += part
      })
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }))
      answer.on('error', () => resolve({ status: 0, text }))
    })
    call.on('error', () => resolve({ status: 0, text: '' }))
    call.on('timeout', () => call.destroy(new Error('no answer')))
    call.end(body)
  })
}

/** What cannot be in a request line is sent as bytes of UTF-8. */
function sentPath(path: string): string {
  return encodeLine(Buffer.from(path.replace(/[\s\0]/g, '_'), 'utf8').toString('latin1'))
}

/** Node refuses to send other characters than these itself; a server sees them percent-encoded by every client there is. */
function encodeLine(path: string): string {
  return path.replace(/[^\x21-\x7e]/g, (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`)
}

/** Who is named in requests and is nobody inside: by chance some of them end a client, as they may. */
const target = 'target'
/** Clients of the server, and what makes a signed request of theirs. */
const scopesOf: Record<string, string[]> = {
  viewer: ['worker-types:view'],
  designer: ['worker-types:view', 'worker-types:design:*', 'queue:declare-worker-type:proj/*'],
  program: ['queue:*', 'auth:*', 'worker-manager:*', 'worker-types:*'],
  [target]: ['worker-types:view'],
}

/** Makes clients, a design and a version of it, and signs everybody in. */
async function goInside(
  browser: Browser,
): Promise<{ inside: Insiders; tokens: Map<string, string>; isIn: (cookie: string) => Promise<boolean> }> {
  const tokens = new Map([['admin', (await app.credentials()).accessToken]])
  const page = await browser.newPage()
  await signIn(page, app)
  await page.goto(`${app.rootUrl}/clients`)
  for (const [clientId, scopes] of Object.entries(scopesOf)) {
    await page.getByLabel('Client id').fill(clientId)
    await page.getByLabel('Scopes').fill(scopes.join('\n'))
    await page.getByRole('button', { name: 'Make the client' }).click()
    const shown = page.getByRole('group', { name: 'Credentials' }).getByText(`TASKCLUSTER_CLIENT_ID='${clientId}'`)
    await expect(shown.first()).toBeVisible()
    tokens.set(clientId, await shownToken(page))
    await page.reload()
  }
  await startBlank(page, app, 'one')
  await turnOn(page, ['env', 'success'])
  const drafts = [page.url().slice(-22)]
  await page.goto(`${page.url()}/review`)
  await page.getByRole('button', { name: 'Register', exact: true }).click()
  await expect(page.getByText('Registered, enforced')).toBeVisible()
  await page.close()
  const cookies: string[] = []
  for (const [clientId, accessToken] of [...tokens].filter(([name]) => !['program', target].includes(name))) {
    const context = await browser.newContext()
    const own = await context.newPage()
    await signIn(own, { ...app, credentials: async () => ({ clientId, accessToken }) })
    cookies.push((await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; '))
    await context.close()
  }
  const isIn = async (cookie: string) =>
    (await (await fetch(`${app.rootUrl}/`, { headers: { cookie } })).text()).includes('Sign out')
  // whoever signs out is no insider any more
  const actions = (await serverActions()).filter(({ name }) => name !== 'signOut').map(({ id }) => id)
  const clients = [...tokens.keys()].filter((name) => name !== target)
  const inside = { origin: app.rootUrl, actions, cookies, clients, drafts, target, taskQueueId: 'proj/one' }
  return { inside, tokens, isIn }
}

test(`${count} malformed requests are answered without a fault`, { tag: '@deep' }, async ({ browser, console }) => {
  test.setTimeout(3_600_000)
  console.allow(/./)
  const { inside, tokens, isIn } = await goInside(browser)
  const random = randomNumbers(Number(testSeed()))
  const [fromOutside, fromInside] = [malformedRequests(random, app.rootUrl), malformedInsiderRequests(random, inside)]
  const next = (): InsiderRequest => (random() < 0.5 ? fromOutside() : fromInside())
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
  const faults: string[] = []
  const statuses = new Map<number, number>()
  const memory: number[] = []
  for (let done = 0; done < count; done += atOnce) {
    const batch = Array.from({ length: atOnce }, next)
    const answers = await Promise.all(batch.map((each) => ask(agent, signed(each, tokens))))
    for (const [index, { status, text }] of answers.entries()) {
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      const each = batch[index]
      if (status >= 500 || /\n\s+at .*[\\/(].*:\d+:\d+|\\n\s+at \S+ \(/.test(text)) {
        const { cookie: _, ...headers } = each?.headers ?? {}
        faults.push(`${status} ${each?.method} ${each?.path} ${JSON.stringify(headers)} ${each?.body?.slice(0, 500)}`)
      }
    }
    if (done % 1000 < atOnce) memory.push(await app.memory())
  }
  agent.destroy()
  const megabytes = memory.map((bytes) => Math.round(bytes / 2 ** 20))
  test
    .info()
    .annotations.push({ type: 'statuses', description: JSON.stringify([...statuses].sort(([a], [b]) => a - b)) })
  test.info().annotations.push({ type: 'resident memory in MB, every 1000 requests', description: megabytes.join(' ') })
  expect(faults.slice(0, 10)).toEqual([])
  // it does answer, rather than hang up on everything
  expect((statuses.get(0) ?? 0) / count).toBeLessThan(0.05)
  // who was inside still is: what was sent in their name was not sent in nobody's
  for (const cookie of inside.cookies) expect(await isIn(cookie)).toBe(true)
  // after the first half nothing grows any more; before that, a server grows into its work
  const middle = memory[Math.floor(memory.length / 2)] ?? 0
  if (isDeep) expect((memory.at(-1) ?? 0) / Math.max(middle, 1)).toBeLessThan(1.3)
})

/** The request with a signature of its client, over the address as it goes out. */
function signed(request: InsiderRequest, tokens: ReadonlyMap<string, string>): MalformedRequest {
  if (request.as === undefined) return request
  const credentials = { id: request.as, key: tokens.get(request.as) ?? '', algorithm: 'sha256' as const }
  const { header } = hawk.client.header(`${app.rootUrl}${sentPath(request.path)}`, request.method, { credentials })
  return { ...request, headers: { ...request.headers, authorization: header } }
}
