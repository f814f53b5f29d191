import taskcluster from 'taskcluster-client'
import { runWtd } from '@/lib/cli/testing/runWtd'
import { lookAt } from './support/lookAt'
import { picture } from './support/picture'
import { signIn } from './support/signIn'
import { type App, startApp } from './support/startApp'
import { startBlank } from './support/startBlank'
import { expect, test } from './support/test'
import { turnOn } from './support/turnOn'

let app: App
let design: string

test.beforeAll(async ({ browser }) => {
  app = await startApp()
  const page = await browser.newPage()
  await signIn(page, app)
  await startBlank(page, app, 'native-3')
  await turnOn(page, ['env', 'artifacts'])
  design = new URL(page.url()).pathname
  await page.goto(`${app.rootUrl}${design}/review`)
  await page.getByRole('button', { name: 'Register', exact: true }).click()
  await expect(page.getByText('Registered, enforced')).toBeVisible()
  await page.close()
})
test.afterAll(() => app.dispose())

const place = '/worker-types/proj/native-3'

test('a change made elsewhere is seen, compared three ways, and put back', { tag: '@deep' }, async ({ page }) => {
  await signIn(page, app)
  await page.goto(`${app.rootUrl}${place}`)
  const panel = page.locator('section', { has: page.getByRole('heading', { name: 'The Queue' }) })
  await expect(panel.getByText('as registered', { exact: true })).toBeVisible()
  expect(await runWtd('status', 'proj/native-3', '--server', app.rootUrl)).toMatchObject({ status: 0 })

  const other = new taskcluster.Queue({ rootUrl: app.rootUrl, credentials: await app.credentials() })
  const payloadSchema = { type: 'object', properties: { command: { type: 'string' } } }
  await other.declareWorkerType?.('proj', 'native-3', { description: 'Taken over', payloadSchema })
  await page.goto(`${app.rootUrl}${design}`)
  await turnOn(page, ['maxruntime'])

  await page.goto(`${app.rootUrl}${place}`)
  await panel.getByRole('button', { name: 'Check now' }).click()
  await expect(panel.getByText('changed elsewhere', { exact: true })).toBeVisible()
  const heads = ['Last published here', 'The Queue has', 'The design says']
  const differs = panel.getByRole('table', { name: 'What differs' })
  for (const name of heads) await expect(differs.getByRole('columnheader', { name })).toBeVisible()
  await expect(differs.getByRole('row', { name: /the description/ })).toContainText('"Taken over"')
  const schemas = panel.getByRole('table', { name: 'Where the payload schemas differ' })
  await expect(schemas.getByRole('row', { name: /\/env property/ })).toContainText('in the Queue')
  await expect(schemas.getByRole('row', { name: /\/maxRunTime/ })).toContainText('in the design')
  await lookAt(page, 'worker-type-changed')
  const status = await runWtd('status', '--server', app.rootUrl)
  expect(status.status).toBe(1)
  expect(status.stdout).toContain('description: registered "", Queue "Taken over"')

  await test.step('the review compares with what the Queue holds', async () => {
    await page.goto(`${app.rootUrl}${design}/review`)
    await expect(page.getByRole('heading', { name: /The Queue holds something else/ })).toBeVisible()
    await expect(page.getByText('admin has declared another payload schema')).toBeVisible()
    await expect(page.getByRole('heading', { name: /Will any task that works today/ })).toContainText('Yes')
    await lookAt(page, 'review-changed-elsewhere')
    await page.getByRole('button', { name: 'Register', exact: true }).click()
    await expect(page.getByText('This break has no reason yet').first()).toBeVisible()
    const answer = await page.request.get(`${app.rootUrl}${place}/in-force.json`)
    expect(await answer.json()).toMatchObject({ state: 'held', changedElsewhere: true, version: 1, payloadSchema })
  })

  await test.step('what breaks tasks is not put back, what breaks none is', async () => {
    await page.goto(`${app.rootUrl}${place}`)
    await panel.getByRole('button', { name: 'Put the registered version back' }).click()
    await expect(panel.getByText(/declaring version 1 again would break tasks that work today/)).toBeVisible()
    const registered = await (await page.request.get(`${app.rootUrl}${place}/schema.json`)).json()
    const narrower = { ...registered, maxProperties: 1 }
    await other.declareWorkerType?.('proj', 'native-3', { payloadSchema: narrower })
    await panel.getByRole('button', { name: 'Put the registered version back' }).click()
  })
  await expect(panel.getByText('as registered', { exact: true })).toBeVisible()
  await expect(differs).toBeHidden()
  const held = await other.getWorkerType?.('proj', 'native-3')
  expect(held).toMatchObject({ description: '' })
})

test('a worker type is renewed by hand and automatically', async ({ page }) => {
  await signIn(page, app)
  await page.goto(`${app.rootUrl}${place}`)
  await page.getByRole('button', { name: 'Renew for a year' }).click()
  await expect(page.getByText(/Renewed until \d{4}-/)).toBeVisible()
  await page.getByRole('button', { name: 'Renew automatically' }).click()
  await expect(page.getByText('automatic, before it expires')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('button', { name: 'Renew by hand only' })).toBeVisible()
  await page
    .getByText(/renewal/)
    .last()
    .click()
  await expect(page.getByRole('table', { name: 'Renewals' })).toContainText('expiry alone')
  await picture(page, 'worker-type-renewed')
  const status = await runWtd('status', '--server', app.rootUrl, '--format', 'json')
  expect(JSON.parse(status.stdout)).toMatchObject({ ok: true, workerTypes: [{ automaticRenewal: true }] })
})

test('schema, examples and documentation need no sign-in', { tag: '@deep' }, async ({ page, request }) => {
  await page.goto(`${app.rootUrl}${place}/docs`)
  await expect(page.getByRole('heading', { name: 'Sending a task' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'What is not possible here' })).toBeVisible()
  await expect(page.getByText('queue:create-task:lowest:proj/native-3').first()).toBeVisible()
  const link = page.getByRole('link', { name: 'Payload schema of version 1, which never changes' })
  const versioned = `${app.rootUrl}${await link.getAttribute('href')}`
  for (const [url, caching] of [
    [`${app.rootUrl}${place}/schema.json`, 'public, no-cache'],
    [versioned, 'public, max-age=31536000, immutable'],
  ] as const) {
    const answer = await request.get(url)
    expect(answer.status()).toBe(200)
    expect(await answer.json()).toMatchObject({ type: 'object' })
    const { etag = '', ...headers } = answer.headers()
    expect(headers).toMatchObject({ 'cache-control': caching, 'access-control-allow-origin': '*' })
    const again = await request.get(url, { headers: { 'if-none-match': etag } })
    expect(again.status()).toBe(304)
    const head = await request.head(url)
    expect({ status: head.status(), etag: head.headers().etag }).toEqual({ status: 200, etag })
  }
  const examples = await (await request.get(`${app.rootUrl}${place}/versions/1/examples.json`)).json()
  expect(examples.minimal).toMatchObject({ taskQueueId: 'proj/native-3' })
  for (const version of ['2', '0', '1.0', 'x', '99999999999999999999']) {
    const missing = await request.get(`${app.rootUrl}${place}/versions/${version}/schema.json`)
    expect(missing.status()).toBe(404)
  }
  await page.goto(`${app.rootUrl}${place}/versions/1/docs`)
  await expect(page.getByText('For the authors of tasks. Version 1.')).toBeVisible()
  await lookAt(page, 'worker-type-version')
  await page.goto(`${app.rootUrl}${place}`)
  await expect(page.getByRole('button', { name: 'Check now' })).toBeDisabled()
  await expect(page.getByText('to compare it now or to renew it')).toBeVisible()
})
