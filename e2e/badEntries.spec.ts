import type { Page } from '@playwright/test'
import { recordScreen } from '../lib/catalog/testing/recordScreen'
import { signIn } from './support/signIn'
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
  ['5 MB of text', `# ${'x'.repeat(5_000_000)}\n${recordScreen}`, /The entry has 4,885 KB; at most 256 KB are read/],
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

/** Sends the text to be checked, and gives the milliseconds until the server had answered: the best of three, since others use the machine. */
async function check(page: Page, text: string): Promise<number> {
  await page.getByLabel('Plugin or engine').fill(text)
  const times: number[] = []
  for (let i = 0; i < 3 && !times.some((time) => time < 1000); i++) {
    const answered = page.waitForResponse((response) => response.request().method() === 'POST')
    const button = page.getByRole('button', { name: 'Only check' })
    await button.click()
    const response = await answered
    expect(response.status()).toBe(200)
    const { requestStart, responseStart } = response.request().timing()
    times.push(responseStart - requestStart)
    await expect(button).toBeEnabled()
  }
  return Math.min(...times)
}

test.beforeEach(async ({ page, app }) => {
  await signIn(page, app)
  await page.goto(`${app.rootUrl}/catalog/new`)
})

test('bad entries are refused in words, at once, and stay to be mended', async ({ page }) => {
  await check(page, recordScreen)
  await expect(page.getByText(/It can be added/)).toBeVisible()
  for (const [what, text, words] of attacks) {
    const spent = await check(page, text)
    await expect(page.getByRole('alert').getByText(words).first(), what).toBeVisible()
    expect(await page.getByLabel('Plugin or engine').inputValue(), what).toBe(text)
    expect(spent, what).toBeLessThan(1000)
  }
})

test('a pattern that would take others for ever is harmless', async ({ page }) => {
  await check(page, recordScreen)
  const spent = await check(page, inSound("{type: string, pattern: '^(a+)+$'}"))
  await expect(page.getByText(/It can be added/)).toBeVisible()
  expect(spent).toBeLessThan(1000)
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
  const unguarded = recordScreen.replace('    whenMissing:', '    requires: []\n    whenMissing:')
  await page.getByLabel('Plugin or engine').fill(unguarded)
  await page.getByRole('button', { name: 'Add to the catalog' }).click()
  await expect(page.getByRole('alert').getByText(/contradicts itself/)).toBeVisible()
  await expect(page.getByText(/contradiction/).first()).toBeVisible()
  await expect(page.getByLabel('Plugin or engine')).toHaveValue(unguarded)
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
    [`{"command": ["${'x'.repeat(5_000_000)}"]}`, /The text has 4,883 KB; a trace takes at most 256 KB/],
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
