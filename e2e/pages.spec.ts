import type { Page } from '@playwright/test'
import { recordScreen } from '@/lib/catalog/testing/recordScreen'
import { expectSafe } from './support/expectSafe'
import { lookAt } from './support/lookAt'
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
  await addEntry(page, recordScreen)
  await startBlank(page, app, 'native-2')
  await turnOn(page, ['env', 'cache', 'maxruntime', 'interactive', 'recordscreen'])
  design = new URL(page.url()).pathname
  await page.goto(`${app.rootUrl}${design}/review`)
  await page.getByRole('button', { name: 'Register', exact: true }).click()
  await expect(page.getByText('Registered, enforced')).toBeVisible()
  await page.goto(`${app.rootUrl}${design}`)
  await turnOn(page, ['artifacts', 'success'])
  // so that the design is offered a newer version
  await addEntry(
    page,
    recordScreen.replace('1.0.0', '1.1.0').replace('minimum: 1\n          title', 'minimum: 2\n          title'),
  )
  await page.close()
})
test.afterAll(() => app.dispose())

async function addEntry(page: Page, text: string): Promise<void> {
  await page.goto(`${app.rootUrl}/catalog/new`)
  await page.getByLabel('Plugin or engine').fill(text)
  await page.getByRole('button', { name: 'Add to the catalog' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Screen recording' })).toBeVisible()
}

test('all pages can be used by everybody', { tag: '@deep' }, async ({ page, console }) => {
  console.allow(/404 \(Not Found\)/)
  await page.goto(`${app.rootUrl}/sign-in`)
  await lookAt(page, 'sign-in')
  await signIn(page, app)
  const places: [string, string][] = [
    ['home', '/'],
    ['designs', '/designs'],
    ['new', '/designs/new'],
    ['review', `${design}/review`],
    ['worker-type', '/worker-types/proj/native-2'],
    ['worker-type-docs', '/worker-types/proj/native-2/docs'],
    ['worker-type-preview', '/worker-types/proj/native-2/preview'],
    ['preview-list', '/preview'],
    ['catalog', '/catalog'],
    ['catalog-worker', '/catalog/taskcluster-worker/worker/taskcluster-worker'],
    ['catalog-engine', '/catalog/taskcluster-worker/engine/qemu'],
    ['catalog-plugin', '/catalog/taskcluster-worker/plugin/cache'],
    ['catalog-custom', '/catalog/taskcluster-worker/plugin/recordscreen'],
    ['clients', '/clients'],
    ['audit', '/audit'],
    ['not-found', '/nowhere'],
  ]
  for (const [name, path] of places) {
    expectSafe(await page.goto(`${app.rootUrl}${path}`))
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await lookAt(page, name)
  }
})

test('the designer can be used by everybody', { tag: '@deep' }, async ({ page }) => {
  await signIn(page, app)
  await page.goto(`${app.rootUrl}${design}`)
  await page.getByText('What it would change').click()
  await lookAt(page, 'design')
  await page.getByText('Show the settings').click()
  for (const tab of ['Support', 'Restrictions', 'Payload schema', 'Scopes', 'Worker config', 'Documentation', 'YAML']) {
    await page.getByRole('tab', { name: tab }).click()
    await lookAt(page, `design-${tab.toLowerCase().replace(' ', '-')}`, '[role=tabpanel]')
  }
})

test('the task preview can be used by everybody', { tag: '@deep' }, async ({ page }) => {
  await page.goto(`${app.rootUrl}${design}/preview`)
  await page.getByRole('button', { name: 'typical' }).click()
  const tasks = page.getByLabel('Task definitions or bare payloads')
  const good = JSON.stringify(JSON.parse(await tasks.inputValue()))
  await tasks.fill(`${good}\n{"command": ["x"], "caches": [{"mountPoint": "/", "options": {}}]}\n{"command": 1}\n`)
  await page.getByRole('button', { name: 'Check these tasks' }).click()
  await expect(page.getByText('3 tasks:')).toBeVisible()
  await lookAt(page, 'preview')
})

test('the trace of a task and the form of an entry can be used by everybody', { tag: '@deep' }, async ({ page }) => {
  await page.goto(`${app.rootUrl}/worker-types/proj/native-2/trace`)
  const task = page.getByLabel('Task definition or bare payload')
  await task.fill('{"command": ["true"], "recordScreen": {"length": 60}, "env": {"A": "b"}}')
  await page.getByRole('button', { name: 'Trace this task' }).click()
  await page.getByRole('button', { name: 'Go to the failure' }).click()
  await expect(page.getByRole('status').filter({ hasText: /^Step/ })).toContainText('openDisplay')
  await lookAt(page, 'trace')
  await signIn(page, app)
  await page.goto(`${app.rootUrl}/catalog/new`)
  const entry = page.getByLabel('Plugin or engine')
  const check = page.getByRole('button', { name: 'Only check' })
  await entry.fill(recordScreen.replace('name: recordscreen', 'name: ../other'))
  await check.click()
  await expect(page.getByRole('alert').getByText(/line 3/)).toBeVisible()
  await lookAt(page, 'entry-refused')
  await entry.fill(recordScreen.replace('{path: /recordScreen}', '{path: /recordFilm}'))
  await check.click()
  await expect(page.getByText(/It contradicts itself/)).toBeVisible()
  await lookAt(page, 'entry-tested')
})

test('a theme that is chosen stays', async ({ page }) => {
  await page.goto(app.rootUrl)
  const theme = page.getByRole('button', { name: /^Theme:/ })
  await expect(theme).toHaveAccessibleName('Theme: system. Change to light.')
  await theme.click()
  await theme.click()
  await expect(theme).toHaveAccessibleName('Theme: dark. Change to system.')
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

test('the first stop of the keyboard leads to the content', async ({ page }) => {
  await page.goto(app.rootUrl)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
})
