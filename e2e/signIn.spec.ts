import { cookieName } from '@/lib/auth/sessions/sessionCookies'
import { expectAccessible } from './support/expectAccessible'
import { lookAt } from './support/lookAt'
import { type App, startApp } from './support/startApp'
import { startBlank } from './support/startBlank'
import { startDeployment, type TestDeployment } from './support/startDeployment'
import { expect, test } from './support/test'
import { turnOn } from './support/turnOn'

const scopes = ['worker-types:view', 'worker-types:design:proj/*', 'queue:declare-worker-type:proj/*']
let deployment: TestDeployment
let app: App

test.beforeAll(async () => {
  deployment = await startDeployment({ identity: 'github/7|ann', scopes }, [...scopes, 'worker-types:catalog:*'])
  app = await startApp({
    SIGN_IN_ROOT_URL: deployment.rootUrl,
    SIGN_IN_CLIENT_ID: deployment.registered.clientId,
    SIGN_IN_SCOPES: deployment.registered.scope.join(' '),
    PUBLIC_READ: 'false',
  })
  deployment.registered.redirectUri.push(`${app.rootUrl}/sign-in/callback`)
})
test.afterAll(async () => {
  await app.dispose()
  await deployment.stop()
})

test('somebody signs in at their deployment and registers with it as themselves', async ({ page, console }) => {
  console.allow(/401 \(Unauthorized\)|403 \(Forbidden\)/)
  await page.goto(`${app.rootUrl}/worker-types/proj/elsewhere-1`)
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in to read this' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Sign in', exact: true }).first().click()
  const { host } = new URL(deployment.rootUrl)
  await page.getByRole('link', { name: `Sign in at ${host}` }).click()
  await page.getByRole('link', { name: 'Log in' }).click()
  await page.getByRole('button', { name: 'Authorize' }).click()
  await page.waitForURL(`${app.rootUrl}/`)
  const who = page.getByTitle(/^github\/7\|ann\/designer-/)
  await expect(who).toHaveAttribute('title', new RegExp(` at ${host}$`))

  await page.goto(`${app.rootUrl}/catalog/new`)
  await expect(page.getByText('You may not add an entry: you lack worker-types:catalog:<worker>/<name>.')).toBeVisible()
  await page.goto(`${app.rootUrl}/designs/new`)
  await page.getByLabel('Provisioner id').fill('other')
  await page.getByLabel('Worker type').fill('elsewhere-1')
  await page.getByRole('button', { name: 'Start blank' }).click()
  await expect(page.getByText(/needs the scope .*worker-types:design:other\/elsewhere-1/)).toBeVisible()

  await startBlank(page, app, 'elsewhere-1')
  await turnOn(page, ['env', 'success'])
  await page.getByRole('link', { name: 'Review and register' }).click()
  await expect(page.getByText(`proj/elsewhere-1 with the Queue at ${deployment.rootUrl}, for a year.`)).toBeVisible()
  // who may declare and not read has to say that they know what they do
  await expect(page.getByRole('heading', { name: /Will any task that works today/ })).toContainText('Cannot tell')
  await expect(page.getByText(/what the Queue holds its tasks against could not be read/)).toBeVisible()
  await lookAt(page, 'review-cannot-tell')
  await page.getByPlaceholder('Why this is wanted').fill('It is new')
  await page.getByLabel(/^Type .* to confirm/).fill('proj/elsewhere-1')
  await page.getByRole('button', { name: 'Register', exact: true }).click()
  await expect(page.getByText('Registered, enforced')).toBeVisible()
  const declared = await deployment.call('GET', '/api/queue/v1/provisioners/proj/worker-types/elsewhere-1', {})
  expect(declared.status).toBe(403)
  await deployment.addClient('reader', ['queue:get-worker-type:*'])
  const read = await deployment.call('GET', '/api/queue/v1/provisioners/proj/worker-types/elsewhere-1', {
    as: 'reader',
  })
  expect(read.body).toMatchObject({ workerType: 'elsewhere-1' })

  const cookies = await page.context().cookies(app.rootUrl)
  expect(cookies.find(({ name }) => name === cookieName(app.rootUrl, 'session'))).toMatchObject({
    httpOnly: true,
    sameSite: 'Lax',
  })
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in to read this' })).toBeVisible()
  // a copy of the cookie is worth nothing any more
  await page.context().addCookies(cookies)
  await page.goto(`${app.rootUrl}/designs`)
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in to read this' })).toBeVisible()
})

test('a refusal at the deployment comes back in words', async ({ page }) => {
  await page.goto(`${app.rootUrl}/sign-in`)
  await page.getByRole('link', { name: /^Sign in at/ }).click()
  await page.getByRole('link', { name: 'Log in' }).click()
  await page.getByRole('button', { name: 'Deny' }).click()
  await expect(page.getByRole('alert').getByText(/refused at the deployment/)).toBeVisible()
  await expectAccessible(page)
  await page.goto(`${app.rootUrl}/sign-in/callback?code=stolen&state=guessed`)
  await expect(page.getByRole('alert').getByText(/not begun in this browser/)).toBeVisible()
})

test('pasted credentials are those of the deployment that was chosen', async ({ page, console }) => {
  console.allow(/401 \(Unauthorized\)|403 \(Forbidden\)/)
  const { clientId, accessToken } = await deployment.addClient('pasted', ['worker-types:design:proj/*'])
  const paste = async (rootUrl: string) => {
    await page.goto(`${app.rootUrl}/sign-in`)
    await page.getByLabel('Deployment').selectOption(rootUrl)
    await page.getByLabel('Client id').fill(clientId)
    await page.getByLabel('Access token').fill(accessToken)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  }
  await paste(app.rootUrl)
  await expect(page.getByRole('alert').getByText(/not accepted/)).toBeVisible()
  await paste(deployment.rootUrl)
  await expect(page.getByTitle(/^pasted at /)).toBeVisible()
  // this client may design, and may not read
  await expect(page.getByRole('heading', { level: 1, name: 'You may not read this' })).toBeVisible()
  await expectAccessible(page)
})

test('the sign-in link works once, and every answer says how it may be used', async ({ page, request }) => {
  const link = await app.signInLink()
  await page.goto(link)
  await page.waitForURL(`${app.rootUrl}/`)
  await expect(page.getByTitle('admin', { exact: true })).toBeVisible()
  for (const path of ['/', '/worker-types/status.json', '/api/queue/v1/ping', '/nowhere', '/icon.svg']) {
    const headers = (await request.get(`${app.rootUrl}${path}`)).headers()
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['x-frame-options']).toBe('DENY')
    expect(headers['referrer-policy']).toBe('same-origin')
    expect(headers['content-security-policy']).toMatch(/frame-ancestors 'none'/)
    expect(headers['content-security-policy']).not.toMatch(/unsafe/)
  }
})
