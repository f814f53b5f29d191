import type { Page } from '@playwright/test'
import { recordScreen } from '@/lib/catalog/testing/recordScreen'
import { signIn } from './support/signIn'
import type { App } from './support/startApp'
import { expect, test } from './support/test'

const bomb = [
  'a0: &a0 [x, x, x, x, x, x, x, x, x]',
  ...Array.from({ length: 12 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(', ')}]`),
].join('\n')
const inSound = (template: string) => recordScreen.replace('{type: boolean, title: With sound}', () => template)
const doubling = Array.from({ length: 40 }, (_, i) => `{$let: {a${i + 1}: {$eval: "[a${i}, a${i}]"}}, in: `).join('')
const recursion = inSound(`{$let: {a0: x}, in: ${doubling}{$eval: a40}${'}'.repeat(41)}`)

const attacks: [string, string, RegExp][] = [
  ['a YAML bomb', bomb, /aliases of this YAML cannot be followed/],
  [
    'more text than is read',
    `${`# ${'ä'.repeat(80)}\n`.repeat(2000)}${recordScreen}`,
    /The entry has \d+ KB; at most 256 KB are read/,
  ],
  ['a template that goes on without end', recursion, /line \d+.*payloadSchema/],
  ['a template that comes back to itself', inSound('&self {then: *self}'), /line \d+/],
  [
    'a property of a built-in plugin',
    recordScreen.replace('    recordScreen:\n', '    env:\n'),
    /line \d+.*belongs to plugin env/,
  ],
  ['a name that leads elsewhere', recordScreen.replace('name: recordscreen', 'name: ../recordscreen'), /line 3.*name/],
  ['a text that is no entry', 'kind: plugin\n', /line 1.*The member version is missing/],
]

/** Sends the text to be checked, and gives the seconds that the server computed until it had answered. */
async function check(page: Page, app: App, text: string): Promise<number> {
  await page.getByLabel('Plugin or engine').fill(text)
  const before = await app.cpuSeconds()
  const answered = page.waitForResponse((response) => response.request().method() === 'POST')
  const button = page.getByRole('button', { name: 'Only check' })
  await button.click()
  expect((await answered).status()).toBe(200)
  await expect(button).toBeEnabled()
  return (await app.cpuSeconds()) - before
}

test.beforeEach(async ({ page, app }) => {
  await signIn(page, app)
  await page.goto(`${app.rootUrl}/catalog/new`)
})

test('bad entries are refused in words, at once, and stay to be mended', async ({ page, app }) => {
  await check(page, app, recordScreen)
  await expect(page.getByText(/It can be added/)).toBeVisible()
  for (const [what, text, words] of attacks) {
    const spent = await check(page, app, text)
    await expect(page.getByRole('alert').getByText(words).first(), what).toBeVisible()
    expect(await page.getByLabel('Plugin or engine').inputValue(), what).toBe(text)
    expect(spent, what).toBeLessThan(1)
  }
})

test('5 MB are refused where they are chosen, and by the server whoever sends them', async ({ page, app }) => {
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'large.yml', mimeType: 'text/yaml', buffer: Buffer.alloc(5_000_000, 'x') })
  await expect(page.getByText('large.yml has 5.0 MB; 256 KB are taken here.')).toBeVisible()
  await check(page, app, recordScreen)
  await page.route('**/catalog/new', async (route) => {
    const sent = route.request().postDataBuffer()?.toString('latin1') ?? ''
    const postData = Buffer.from(sent.replace('Records the display', 'x'.repeat(5_000_000)), 'latin1')
    await route.continue({ postData })
  })
  const spent = await check(page, app, recordScreen)
  await expect(page.getByRole('alert').getByText(/The entry has 4,88\d KB; at most 256 KB are read/)).toBeVisible()
  await expect(page.getByLabel('Plugin or engine')).toHaveValue(recordScreen)
  expect(spent).toBeLessThan(1)
})

test('a pattern that would take others for ever is harmless', async ({ page, app }) => {
  await check(page, app, recordScreen)
  const spent = await check(page, app, inSound("{type: string, pattern: '^(a+)+$'}"))
  await expect(page.getByText(/It can be added/)).toBeVisible()
  expect(spent).toBeLessThan(1)
})

test('HTML in an entry is shown as text or not at all', async ({ page }) => {
  const html = '<img src=x onerror="window.hacked = true"><script>window.hacked = true</script>'
  const text = recordScreen
    .replace('name: recordscreen', 'name: markup')
    .replace('description: Records the display of a task.', `description: 'Shows ${html} a film.'`)
    .replace('title: Screen recording\ndesc', `title: '<b>Bold</b> screen'\ndesc`)
    .replaceAll('recordScreen', 'markupScreen')
  await page.getByLabel('Plugin or engine').fill(text)
  await page.getByRole('button', { name: 'Add to the catalog' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '<b>Bold</b> screen' })).toBeVisible()
  await expect(page.getByRole('main').locator('img, script, b')).toHaveCount(0)
  await page.goto(new URL('/catalog', page.url()).href)
  await expect(page.getByRole('main').locator('img, script, b')).toHaveCount(0)
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
})

test('an entry that contradicts itself is not added', async ({ page }) => {
  const contradictory = recordScreen.replace('{path: /recordScreen}', '{path: /recordFilm}')
  await page.getByLabel('Plugin or engine').fill(contradictory)
  await page.getByRole('button', { name: 'Add to the catalog' }).click()
  await expect(page.getByRole('alert').getByText(/contradicts itself/)).toBeVisible()
  await expect(page.getByText(/contradiction/).first()).toBeVisible()
  await expect(page.getByLabel('Plugin or engine')).toHaveValue(contradictory)
})

test('nobody adds or deletes entries without signing in', async ({ page, app, browser }) => {
  const stranger = await (await browser.newContext()).newPage()
  await stranger.goto(`${app.rootUrl}/catalog/new`)
  await stranger.getByLabel('Plugin or engine').fill(recordScreen)
  await expect(stranger.getByRole('button', { name: 'Add to the catalog' })).toBeDisabled()
  await stranger.context().close()
  await page.getByLabel('Plugin or engine').fill(recordScreen.replace('1.0.0', '9.0.0'))
  await page.context().clearCookies()
  await page.getByRole('button', { name: 'Add to the catalog' }).click()
  await expect(page.getByRole('alert').getByText('You are not signed in.')).toBeVisible()
})

test('tasks that cannot be traced stay to be mended', async ({ page, app }) => {
  await page.goto(`${app.rootUrl}/designs/new`)
  await page.getByRole('button', { name: 'Start from native-builds' }).click()
  await page.getByRole('link', { name: 'Trace a task' }).click()
  const tasks = page.getByLabel('Task definition or bare payload')
  const trace = page.getByRole('button', { name: 'Trace this task' })
  for (const [text, words] of [
    ['command: [', /line 1.*Neither JSON nor YAML/],
    ['- '.repeat(20_000), /line 1.*nests too deeply/],
    [
      JSON.stringify({ command: Array(2000).fill('ä'.repeat(80)) }, null, 1),
      /The text has \d+ KB; a trace takes at most 256 KB/,
    ],
  ] as const) {
    await tasks.fill(text)
    await trace.click()
    await expect(page.getByRole('alert').getByText(words)).toBeVisible()
    expect(await tasks.inputValue()).toBe(text)
  }
  const env = Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`VARIABLE_${i}`, '']))
  await tasks.fill(JSON.stringify({ command: ['true'], env }))
  await trace.click()
  await expect(page.getByText(/The first 400 of \d+ steps are shown/)).toBeVisible()
})
