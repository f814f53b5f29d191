import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expectAccessible } from './support/expectAccessible'
import { lookAt } from './support/lookAt'
import { picture } from './support/picture'
import { signIn } from './support/signIn'
import { type App, startApp } from './support/startApp'
import { startBlank } from './support/startBlank'
import { expect, test } from './support/test'
import { turnOn } from './support/turnOn'

let app: App
test.beforeAll(async () => {
  app = await startApp()
})
test.afterAll(() => app.dispose())

test.describe.configure({ mode: 'serial' })

const question = /Will any task that works today stop working\?/
const workerType = 'proj/reviewed-1'
const place = `/worker-types/${workerType}`

async function turnOff(page: Page, plugin: string): Promise<void> {
  await page.locator(`[id="field-plugins-${plugin}"]`).uncheck()
  await expect(page.getByRole('status').getByText('Saved', { exact: true })).toBeVisible()
}

async function download(page: Page, name: string): Promise<Buffer> {
  const started = page.waitForEvent('download')
  await page.getByRole('link', { name, exact: true }).click()
  return readFile(await (await started).path())
}

test('a narrowing change is seen, acknowledged, registered and taken back', { tag: '@deep' }, async ({ page }) => {
  await signIn(page, app)
  await startBlank(page, app, 'reviewed-1')
  await turnOn(page, ['env', 'artifacts'])
  const design = page.url()
  const register = page.getByRole('button', { name: 'Register', exact: true })

  await test.step('the first version needs no acknowledgement', async () => {
    await page.goto(`${design}/review`)
    await expect(page.getByText('This worker type is new')).toBeVisible()
    await page.getByLabel('Message').fill('With environment variables')
    await register.click()
    await expect(page.getByText('Registered, enforced')).toBeVisible()
  })

  await test.step('tasks of a preview are kept for the review', async () => {
    await page.goto(`${design}/preview`)
    const tasks = [{ command: ['true'], env: { A: 'b' } }, { command: ['true'] }]
    await page.getByLabel('Task definitions or bare payloads').fill(JSON.stringify(tasks))
    await page.getByRole('button', { name: 'Check these tasks' }).click()
    await expect(page.getByText('2 run')).toBeVisible()
  })

  await test.step('the review says what breaks, with a payload that shows it', async () => {
    await page.goto(design)
    await turnOff(page, 'env')
    await page.goto(`${design}/review`)
    await expect(page.getByRole('heading', { name: question })).toContainText('Yes')
    await expect(page.getByText('One change refuses payloads that are accepted today.')).toBeVisible()
    const change = page.getByRole('listitem').filter({ hasText: '/env' }).filter({ hasText: 'breaks tasks' })
    await expect(change.first()).toContainText('`env` is no longer declared.'.replaceAll('`', ''))
    await expect(page.getByRole('heading', { name: 'plugin env' })).toBeVisible()
    await expect(page.getByText('Tasks first.', { exact: true })).toBeVisible()
    await expect(page.getByText('1 stop working')).toBeVisible()
    await expect(page.getByText('1 work as before')).toBeVisible()
    await page.getByRole('tab', { name: 'Side by side' }).click()
    await expect(page.getByRole('group', { name: 'Payload schemas side by side' })).toContainText('"env"')
  })

  await test.step('the payload can be downloaded, and sent to the preview', async () => {
    const answer = page.getByRole('region', { name: question })
    const started = page.waitForEvent('download')
    await answer.getByRole('link', { name: 'Download' }).click()
    const payload = JSON.parse(await readFile(await (await started).path(), 'utf8'))
    expect(payload).toHaveProperty('env')
    await answer.getByRole('link', { name: 'Send to the preview' }).click()
    await expect(page.getByLabel('Task definitions or bare payloads')).toHaveValue(/"env"/)
    await page.getByRole('button', { name: 'Check these tasks' }).click()
    await expect(page.getByText('1 refused by the Queue')).toBeVisible()
    await page.goto(`${design}/review`)
  })

  await test.step('it is not registered without a reason and the name', async () => {
    await page.getByLabel('Message').fill('Without environment variables')
    await register.click()
    await expect(page.getByText('This break has no reason yet')).toBeVisible()
    await expect(page.getByText(`The name that was typed is not ${workerType}.`)).toBeVisible()
    await page.getByPlaceholder('Why this is wanted').fill('Tasks read their settings from a file now')
    await register.click()
    await expect(page.getByText(`The name that was typed is not ${workerType}.`)).toBeVisible()
    await expect(page.getByText('This break has no reason yet')).toBeHidden()
    await expect(page.getByLabel('Message')).toHaveValue('Without environment variables')
    const published = await page.request.get(`${app.rootUrl}${place}/status.json`)
    expect(await published.json()).toMatchObject({ workerTypes: [{ version: 1 }] })
  })

  await test.step('acknowledged, it is registered', async () => {
    await expect(page.getByPlaceholder('Why this is wanted')).toHaveValue(/settings/)
    await page.getByLabel(/^Type .* to confirm/).fill(workerType)
    await register.click()
    await expect(page.getByText('Registered, enforced')).toBeVisible()
    await page.getByRole('link', { name: 'Open the worker type' }).click()
  })

  await test.step('the history says what was acknowledged', async () => {
    await expect(
      page.getByRole('row', { name: /2 enforced admin .* Without environment.* 1 acknowledged/ }),
    ).toBeVisible()
    await page.getByRole('table', { name: 'Versions' }).getByRole('link', { name: '2', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Version 2' })).toBeVisible()
    await expect(page.getByText('Tasks read their settings from a file now')).toBeVisible()
  })

  await test.step('the old version is restored as a new one', async () => {
    await page.goto(`${app.rootUrl}${place}/versions/1`)
    await page.getByRole('button', { name: 'Restore in a new design' }).click()
    await page.waitForURL(/\/designs\/[\w-]+\/review$/)
    await expect(page.getByRole('heading', { name: question })).toContainText('No')
    await expect(page.getByText('Workers first.', { exact: true })).toBeVisible()
    await expect(page.getByPlaceholder('Why this is wanted')).toHaveCount(0)
    await page.getByLabel('Message').fill('Back to version 1')
    await register.click()
    await expect(page.getByText('Registered, enforced')).toBeVisible()
    const [first, third] = await Promise.all(
      [1, 3].map(async (number) =>
        (await page.request.get(`${app.rootUrl}${place}/versions/${number}/schema.json`)).text(),
      ),
    )
    expect(third).toBe(first)
  })

  await test.step('any two versions are compared', async () => {
    await page.goto(`${app.rootUrl}${place}`)
    await page.getByLabel('Compare version').selectOption('1')
    await page.getByLabel('with version').selectOption('2')
    await page.getByRole('button', { name: 'Compare', exact: true }).click()
    await page.waitForURL(/compare\?from=1&to=2$/)
    await expect(page.getByRole('heading', { name: question })).toContainText('Yes')
  })
})

test('a version keeps its files', async ({ page, console }) => {
  // while the server is away, the page may ask in vain
  console.allow(/net::ERR_/)
  await page.goto(`${app.rootUrl}${place}/versions/1`)
  const before = await download(page, 'Bundle (.zip)')
  const design = await (await page.request.get(`${app.rootUrl}${place}/versions/1/design.yml`)).text()
  await app.kill()
  await app.restart()
  expect(await download(page, 'Bundle (.zip)')).toEqual(before)
  expect(await (await page.request.get(`${app.rootUrl}${place}/versions/1/design.yml`)).text()).toBe(design)
})

test('whoever began before somebody else registered sees three states', async ({ page }) => {
  await signIn(page, app)
  const begin = async () => {
    await page.goto(`${app.rootUrl}${place}`)
    await page.getByRole('button', { name: 'Change in a new design' }).click()
    await page.waitForURL(/\/designs\/[\w-]+$/)
    return page.url()
  }
  const mine = await begin()
  await turnOn(page, ['maxruntime'])
  await begin()
  await turnOn(page, ['success'])
  await page.goto(`${page.url()}/review`)
  const confirm = page.getByLabel(/^Type .* to confirm/)
  if (await confirm.isVisible()) {
    for (const reason of await page.getByPlaceholder('Why this is wanted').all()) await reason.fill('wanted')
    await confirm.fill(workerType)
  }
  await page.getByRole('button', { name: 'Register', exact: true }).click()
  await expect(page.getByText('Registered, enforced')).toBeVisible()

  await page.goto(`${mine}/review`)
  await expect(page.getByRole('heading', { name: 'Registered since you began' })).toBeVisible()
  await expectAccessible(page)
  await picture(page, 'light-overtaken')
  const rows = page.getByRole('table', { name: 'Where the payload schemas differ' })
  await expect(rows.getByRole('row', { name: /maxRunTime.*in this design/ }).first()).toBeVisible()
  await page.getByRole('button', { name: 'Register', exact: true }).click()
  await expect(page.getByText(`The name that was typed is not ${workerType}.`)).toBeVisible()
})

test('review and history can be used by everybody', { tag: '@deep' }, async ({ page }) => {
  await signIn(page, app)
  await page.goto(`${app.rootUrl}${place}/versions/2`)
  await page.getByRole('button', { name: 'Restore in a new design' }).click()
  await page.waitForURL(/\/designs\/[\w-]+\/review$/)
  await expect(page.getByRole('heading', { name: question })).toContainText('Yes')
  await lookAt(page, 'review-breaking')
  await page.getByRole('tab', { name: 'Side by side' }).click()
  await lookAt(page, 'review-side-by-side')
  const places = { history: place, version: `${place}/versions/2`, compare: `${place}/compare?from=1&to=2` }
  for (const [name, path] of Object.entries(places)) {
    await page.goto(`${app.rootUrl}${path}`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await lookAt(page, name)
  }
})
