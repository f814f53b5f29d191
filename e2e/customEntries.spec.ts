import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import taskcluster from 'taskcluster-client'
import { recordScreen } from '@/lib/catalog/testing/recordScreen'
import { exampleTask } from './support/exampleTask'
import { openYaml } from './support/openYaml'
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

const place = '/catalog/taskcluster-worker/plugin/recordscreen'

async function register(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Review and register' }).click()
  await page.getByRole('button', { name: 'Register', exact: true }).click()
  await expect(page.getByText('Registered, enforced')).toBeVisible()
}

test('a plugin of your own, from its text to a Queue that keeps its promise', async ({ page }) => {
  await signIn(page, app)

  await test.step('upload it', async () => {
    await page.goto(`${app.rootUrl}/catalog`)
    await page.getByRole('link', { name: 'New entry' }).click()
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'recordscreen.yml', mimeType: 'text/yaml', buffer: Buffer.from(recordScreen) })
    await expect(page.getByLabel('Plugin or engine')).toHaveValue(recordScreen)
    await page.getByRole('button', { name: 'Only check' }).click()
    await expect(page.getByText('Screen recording is plugin recordscreen, version 1.0.0.')).toBeVisible()
    const matrix = page.getByRole('table', { name: 'Test matrix' })
    await expect(matrix.getByRole('columnheader', { name: 'without openDisplay' })).toBeVisible()
    await expect(matrix.getByRole('row', { name: /^Screen recording/ })).toContainText('Refused')
    await page.getByRole('button', { name: 'Add to the catalog' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Screen recording' })).toBeVisible()
    await expect(page.getByRole('row', { name: /^1\.0\.0 \(shown\) admin .* nobody Delete/ })).toBeVisible()
    await expect(page.getByText('No contradictions')).toBeVisible()
  })

  await test.step('an engine with a display can have it', async () => {
    await page.goto(`${app.rootUrl}/designs/new`)
    await page.getByRole('button', { name: 'Start from qemu-desktop' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'examples/qemu-desktop' })).toBeVisible()
    await expect(page.getByText('recordscreen · custom, version 1.0.0')).toBeVisible()
    await turnOn(page, ['recordscreen'])
    await page.getByRole('tab', { name: 'Support' }).click()
    const support = page.getByRole('table', { name: 'Task features by engine' })
    await expect(support.getByRole('row', { name: /^Screen recording plugin recordscreen Yes/ })).toBeVisible()
    await expect(support.getByRole('row', { name: /^Screen recording/ })).toContainText('Refused')
    expect(await openYaml(page)).toContain('plugin recordscreen: 1.0.0')
    await register(page)
  })

  await test.step('one without a display keeps it out, and says why', async () => {
    await startBlank(page, app, 'film')
    await turnOn(page, ['recordscreen', 'success'])
    await page.getByRole('tab', { name: /Restrictions/ }).click()
    const restrictions = page.getByRole('table', { name: 'Restrictions' })
    await expect(
      restrictions.getByRole('row', { name: /Screen recording.*no openDisplay: the engine has no display/ }),
    ).toBeVisible()
  })

  await test.step('see its diagram and step through it with the keyboard', async () => {
    await page.getByRole('link', { name: 'Trace a task' }).click()
    await page.getByLabel('Task definition or bare payload').fill('command: ["true"]\nrecordScreen: {length: 60}\n')
    await page.getByRole('button', { name: 'Trace this task' }).click()
    await expect(page.getByText('ends as exception, malformed-payload')).toBeVisible()
    await expect(page.getByText('It refuses the task when it is created')).toBeVisible()
    const events = page.getByRole('group', { name: 'Events' })
    const step = page.getByRole('status').filter({ hasText: /^Step/ })
    const marked = events.locator('li[aria-current=step]')
    await expect(step).toContainText(/^Step 1 of \d+, NewPlugin/)
    await events.focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowRight')
    await expect(step).toContainText(/^Step 3 of/)
    await expect(marked).toHaveAttribute('data-step', '2')
    await page.keyboard.press('ArrowUp')
    await expect(step).toContainText(/^Step 2 of/)
    await page.keyboard.press('End')
    await expect(step).toContainText(/^Step (\d+) of \1, Dispose/)
    await expect(marked).toBeInViewport()
    await page.getByRole('group', { name: 'Sequence diagram' }).focus()
    await page.keyboard.press('Home')
    await expect(step).toContainText(/^Step 1 of/)
    await page.getByRole('button', { name: 'Go to the failure' }).click()
    await expect(step).toContainText('TaskPlugin calls Sandbox: openDisplay() (plugin recordscreen)')
    await expect(step).toContainText('not supported, malformed-payload: engine native has no openDisplay')
    const file = page.waitForEvent('download')
    await page.getByRole('button', { name: 'JSON' }).click()
    const trace: { resolution: unknown } = JSON.parse(await readFile(await (await file).path(), 'utf8'))
    expect(trace.resolution).toMatchObject({ state: 'exception', reason: 'malformed-payload' })
    await page.getByRole('button', { name: 'minimal' }).click()
    await expect(page.getByText(/Example, minimal ends as completed/)).toBeVisible()
    await page.goBack()
  })

  await test.step('the Queue takes it for one and refuses it for the other', async () => {
    await register(page)
    const queue = new taskcluster.Queue({ rootUrl: app.rootUrl, credentials: await app.credentials() })
    const film = { recordScreen: { length: 60 } }
    const bad = exampleTask('film', { command: ['true'], ...film })
    await expect(queue.createTask?.(bad.taskId, bad.task)).rejects.toMatchObject({
      statusCode: 400,
      code: 'InputValidationError',
      message: expect.stringContaining('recordScreen'),
    })
    const image = 'https://example.com/desktop.tar.zst'
    const payload = { image, command: ['true'], maxRunTime: 60, ...film }
    const good = exampleTask('qemu-desktop', payload, 'examples')
    await expect(queue.createTask?.(good.taskId, good.task)).resolves.toMatchObject({ status: { state: 'pending' } })
    await page.goto(`${app.rootUrl}/worker-types/proj/film/trace`)
    await page.getByRole('button', { name: 'typical' }).click()
    await expect(page.getByText(/Example, typical ends as completed/)).toBeVisible()
  })

  await test.step('what is used is not deleted', async () => {
    await page.goto(`${app.rootUrl}${place}`)
    const version = page.getByRole('row', { name: /^1\.0\.0 \(shown\)/ })
    await expect(version).toContainText('design proj/film')
    await expect(version).toContainText('worker type examples/qemu-desktop')
    await expect(version).toContainText('It is in use, so it cannot be deleted.')
  })

  await test.step('a newer version changes nothing until it is taken', async () => {
    await page.getByRole('link', { name: 'New version' }).click()
    const text = page.getByLabel('Plugin or engine')
    const other = recordScreen.replace('title: Length', 'title: Length\n          maximum: 300')
    await text.fill(other)
    await page.getByRole('button', { name: 'Add to the catalog' }).click()
    await expect(page.getByRole('alert').getByText(/Versions never change/)).toBeVisible()
    await expect(text).toHaveValue(other)
    await text.fill(other.replace('1.0.0', '1.1.0'))
    await page.getByRole('button', { name: 'Add to the catalog' }).click()
    await expect(page.getByRole('row', { name: /^1\.1\.0 \(shown\) admin .* nobody/ })).toBeVisible()
    await page.goto(`${app.rootUrl}/designs`)
    await page.getByRole('link', { name: 'examples/qemu-desktop' }).click()
    await expect(page.getByText('The design uses version 1.0.0, and there is a newer one, 1.1.0.')).toBeVisible()
    await page.getByText('What it would change').click()
    const change = page.getByRole('listitem').filter({ hasText: 'must now be at most 300' })
    await expect(change).toContainText('breaks tasks')
    await page.getByRole('button', { name: 'Take version 1.1.0' }).click()
    await expect(page.getByText('there is a newer one')).toHaveCount(0)
    expect(await openYaml(page)).toContain('plugin recordscreen: 1.1.0')
    await page.getByRole('link', { name: 'Review and register' }).click()
    await expect(change.first()).toContainText('/recordScreen/length')
  })

  await test.step('what nobody uses is deleted after a second question', async () => {
    await page.goto(`${app.rootUrl}/catalog/new`)
    await page.getByLabel('Plugin or engine').fill(recordScreen.replace('1.0.0', '0.1.0'))
    await page.getByRole('button', { name: 'Add to the catalog' }).click()
    await page.getByRole('button', { name: 'Delete version 0.1.0' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click()
    await expect(page.getByRole('row', { name: /^1\.1\.0 \(shown\)/ })).toBeVisible()
    await expect(page.getByRole('row', { name: /0\.1\.0/ })).toHaveCount(0)
  })
})

test('entries of a folder are there from the start, and a bad one stops nothing', async ({ page }) => {
  const folder = await mkdtemp(join(tmpdir(), 'wtd-catalog-'))
  await writeFile(join(folder, 'recordscreen.yml'), recordScreen)
  await writeFile(join(folder, 'bad.yml'), recordScreen.replace('name: recordscreen', 'name: env'))
  const own = await startApp({ CATALOG_DIR: folder })
  await page.goto(`${own.rootUrl}/catalog`)
  await expect(
    page.getByRole('row', { name: /^recordscreen plugin Screen recording 1\.0\.0 catalog folder/ }),
  ).toBeVisible()
  await expect(page.getByText(/a plugin called env already, which comes with the product/)).toBeVisible()
  await page.getByRole('link', { name: 'recordscreen' }).click()
  await expect(
    page.getByRole('row', { name: /^1\.0\.0 \(shown\) the file .*recordscreen\.yml – nobody/ }),
  ).toBeVisible()
  await signIn(page, own)
  await startBlank(page, own, 'film')
  await turnOn(page, ['recordscreen'])
  await page.getByRole('tab', { name: /Restrictions/ }).click()
  await expect(page.getByRole('row', { name: /Screen recording.*no openDisplay/ })).toBeVisible()
  await page.goto(`${own.rootUrl}/catalog/new`)
  await page.getByLabel('Plugin or engine').fill(recordScreen)
  await page.getByRole('button', { name: 'Add to the catalog' }).click()
  await expect(page.getByRole('alert').getByText(/is in the catalog folder of the server already/)).toBeVisible()
  await own.dispose()
  await rm(folder, { recursive: true })
})
