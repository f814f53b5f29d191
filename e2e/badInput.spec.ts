import type { Page } from '@playwright/test'
import { openYaml } from './support/openYaml'
import { signIn } from './support/signIn'
import { startBlank } from './support/startBlank'
import { expect, test } from './support/test'
import { turnOn } from './support/turnOn'

const saved = (page: Page) => page.getByRole('status').getByText('Saved', { exact: true })
const yaml = (page: Page) => page.getByLabel('The design as YAML')

test.describe('a design', () => {
  test.beforeEach(async ({ page, app }, { title }) => {
    await signIn(page, app)
    await startBlank(page, app, `t-${title.length}`)
  })

  test('that is no YAML is kept as it was typed, and the line is named', async ({ page }) => {
    const broken = `${await openYaml(page)}\nplugins: [\n`
    await yaml(page).fill(broken)
    await expect(saved(page)).toBeVisible()
    await expect(page.getByText(/The text is not valid YAML/).first()).toBeVisible()
    await expect(page.getByRole('button', { name: /^Line \d+$/ })).toBeVisible()
    await page.getByRole('tab', { name: 'Form' }).click()
    await expect(page.getByText(/The YAML is not readable in line \d+/)).toBeVisible()
    await page.reload()
    await page.getByRole('tab', { name: 'YAML' }).click()
    await expect(yaml(page)).toHaveValue(broken)
    await page.getByRole('button', { name: /^Line \d+$/ }).click()
    await expect(yaml(page)).toBeFocused()
  })

  test('names an unknown plugin with its place', async ({ page }) => {
    await yaml(page).waitFor({ state: 'attached' })
    await openYaml(page)
    await yaml(page).fill((await yaml(page).inputValue()).replace('plugins: {}', 'plugins:\n  cashe: {}'))
    const results = page.getByRole('region', { name: 'What the design comes to' })
    await expect(results.getByText(/has no plugin called cashe/)).toBeVisible()
    await expect(results.getByText('plugins.cashe')).toBeVisible()
    await expect(page.getByText('1 error')).toBeVisible()
    await page.getByRole('link', { name: 'Review and register' }).click()
    await expect(page.getByRole('button', { name: 'Register', exact: true })).toBeDisabled()
  })

  test('shows a value of the wrong type at its field', async ({ page }) => {
    await page.getByText('Show the settings').click()
    const concurrency = page.getByRole('textbox', { name: 'Concurrency' })
    await concurrency.fill('many')
    await expect(concurrency).toHaveAttribute('aria-invalid', 'true')
    await expect(concurrency).toHaveAccessibleDescription(/integer/)
    await expect(concurrency).toHaveValue('many')
    await concurrency.fill('4')
    await expect(concurrency).not.toHaveAttribute('aria-invalid')
    expect(await openYaml(page)).toContain('concurrency: 4')
  })

  test('takes references for secrets and nothing else', async ({ page }) => {
    await page.getByText('Show the settings').click()
    const token = page.locator('#field-settings-credentials-accessToken')
    await expect(token).toHaveValue('TASKCLUSTER_ACCESS_TOKEN')
    await page.getByLabel('Where Access token comes from').selectOption('$secret')
    await token.fill('project/worker')
    await page.getByLabel('Key in the secret for Access token').fill('token')
    expect(await openYaml(page)).toContain('accessToken:\n      $secret: project/worker\n      key: token')
    await yaml(page).fill(
      (await yaml(page).inputValue()).replace(
        /accessToken:\n.*\n.*\n/,
        'accessToken: not-a-good-place-for-it-at-all\n',
      ),
    )
    await expect(page.getByRole('alert').getByText(/settings\.credentials\.accessToken/)).toBeVisible()
    // the text stays, and nothing of it is stored
    await expect(yaml(page)).toHaveValue(/accessToken: not-a-good-place-for-it-at-all/)
    await page.getByRole('tab', { name: 'Form' }).click()
    await expect(token).toHaveValue('')
    await page.reload()
    expect(await openYaml(page)).not.toContain('not-a-good-place-for-it-at-all')
  })

  test('of more than five million characters is answered in words and stays', async ({ page }) => {
    await openYaml(page)
    const long = `description: ${'x'.repeat(5_100_000)}`
    await yaml(page).fill(long)
    await expect(page.getByText(/The text has 5\.1 million characters; 5 million are kept/)).toBeVisible()
    expect((await yaml(page).inputValue()).length).toBe(long.length)
    await yaml(page).fill(`worker: taskcluster-worker\n# ${'y'.repeat(4_000_000)}\n`)
    await expect(saved(page)).toBeVisible({ timeout: 30_000 })
    await expect(page.getByText(/engine/).first()).toBeVisible()
  })

  test('that two people change is not overwritten', async ({ page, context }) => {
    const other = await context.newPage()
    await other.goto(page.url())
    await turnOn(page, ['env'])
    await other.getByRole('textbox', { name: 'Description' }).fill('From the other window')
    await expect(other.getByText('Two changes at once')).toBeVisible()
    await other.getByText('Show their text').click()
    await expect(other.getByRole('group', { name: 'Their text' })).toContainText('env: {}')
    await page.reload()
    expect(await openYaml(page)).not.toContain('other window')
    await other.getByRole('button', { name: 'Save mine as the next revision' }).click()
    await expect(saved(other)).toBeVisible()
    await page.reload()
    expect(await openYaml(page)).toContain('other window')
  })
})

test('a worker configuration is imported with a report, and a broken one stays to be mended', async ({ page, app }) => {
  await signIn(page, app)
  await page.goto(`${app.rootUrl}/designs/new`)
  const text = page.getByLabel('Configuration file of a worker')
  await text.fill('config: {')
  await page.getByRole('button', { name: 'Import' }).click()
  await expect(page.getByRole('alert').getByText(/not valid YAML/)).toBeVisible()
  await expect(text).toHaveValue('config: {')

  const config = `config:
  credentials: {clientId: project/worker, accessToken: 0123456789012345678901234567890123456789abcd}
  engine: native
  engines: {native: {createUser: true}}
  minimumDiskSpace: 0
  minimumMemory: 0
  monitor: {logLevel: info}
  plugins: {disabled: [], env: {}, success: {}}
  temporaryFolder: /tmp/worker
  worker:
    concurrency: 1
    minimumReclaimDelay: 30
    pollingInterval: 5
    provisionerId: proj
    reclaimOffset: 300
    workerGroup: group
    workerId: worker
    workerType: imported
`
  await text.fill(config)
  await page.getByRole('button', { name: 'Import' }).click()
  await expect(page.getByText('The configuration is a design now.')).toBeVisible()
  await expect(page.getByText('settings.credentials.accessToken')).toBeVisible()
  await page.getByRole('link', { name: 'Open the design' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'proj/imported' })).toBeVisible()
  expect(await openYaml(page)).not.toContain('0123456789')
})

test('tasks that cannot be read stay to be mended', async ({ page, app }) => {
  await signIn(page, app)
  await startBlank(page, app, 'unread')
  await page.getByRole('link', { name: 'Preview tasks' }).click()
  const tasks = page.getByLabel('Task definitions or bare payloads')
  await tasks.fill('{"command": []}\n{"command"\n')
  await page.getByRole('button', { name: 'Check these tasks' }).click()
  await expect(page.getByRole('alert').getByText(/line 2/)).toBeVisible()
  await expect(tasks).toHaveValue('{"command": []}\n{"command"\n')
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from('{"command": ["x"]}') })
  await expect(tasks).toHaveValue('{"command": ["x"]}')
})

test('wrong credentials and used links are answered in words', async ({ page, app }) => {
  await page.goto(`${app.rootUrl}/sign-in`)
  await page.getByLabel('Client id').fill('admin')
  await page.getByLabel('Access token').fill('wrong-access-token-of-some-length')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('alert').getByText(/not accepted/)).toBeVisible()
  await expect(page.getByLabel('Client id')).toHaveValue('admin')
  await page.goto(`${app.rootUrl}/sign-in?token=used-or-unknown`)
  await expect(page.getByRole('alert').getByText(/used already/)).toBeVisible()
})

test('nobody changes anything without signing in', async ({ page, app, browser }) => {
  await signIn(page, app)
  await startBlank(page, app, 'public')
  const stranger = await (await browser.newContext()).newPage()
  await stranger.goto(page.url())
  await expect(
    stranger.getByText('Sign in to change this design; it takes worker-types:design:proj/public.'),
  ).toBeVisible()
  await expect(stranger.getByRole('checkbox', { name: /^Cache/ })).toBeDisabled()
  await expect(stranger.getByRole('button', { name: 'Delete' })).toHaveCount(0)
  await stranger.goto(`${page.url()}/review`)
  await expect(stranger.getByRole('button', { name: 'Register', exact: true })).toBeDisabled()
  await stranger.goto(`${app.rootUrl}/designs/new`)
  await expect(stranger.getByRole('button', { name: 'Start blank' })).toBeDisabled()
  await stranger.context().close()
})

test('no address is answered with a fault of the server', async ({ request, app }) => {
  const statuses: Record<string, number> = {}
  for (const path of [
    '/nowhere',
    '/designs/nothing',
    '/designs/a%00b',
    '/designs/%ff',
    '/designs/nothing/bundle?format=rar',
    '/designs/nothing/bundle?format=zip',
    '/designs/nothing/review',
    '/designs/nothing/preview',
    '/designs/nothing/trace',
    '/worker-types/a%00b/c',
    '/worker-types/a/b',
    '/worker-types/a/b/schema.json',
    '/worker-types/a/b/bundle.zip',
    '/worker-types/a/b/docs',
    '/worker-types/a/b/trace',
    '/catalog/__proto__/engine/native',
    '/catalog/taskcluster-worker/constructor/native',
    '/catalog/taskcluster-worker/engine/toString',
    '/catalog/taskcluster-worker/plugin/nothing?version=1.0.0',
    '/catalog/taskcluster-worker/engine/native?version=a&version=b',
    '/catalog/new?from=a/b/__proto__',
    '/sign-in?token=%00',
    `/sign-in?token=${'x'.repeat(5000)}`,
    '/api/queue/v1/nothing',
    '/references/nothing',
    '/schemas/nothing',
  ]) {
    statuses[path] = (await request.get(`${app.rootUrl}${path}`)).status()
  }
  expect(Object.entries(statuses).filter(([, status]) => status >= 500)).toEqual([])
})
