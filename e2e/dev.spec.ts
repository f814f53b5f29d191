import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { emptyLoop } from '@/lib/base/testing/loopsTaken'
import { signIn } from './support/signIn'
import { type App, startApp } from './support/startApp'
import { startBlank } from './support/startBlank'
import { expect, test } from './support/test'

const root = join(import.meta.dirname, '..')

let folder: string
let app: App

/** The sources as they are here, so that a test may change them, with the packages that are installed here. */
async function copySources(): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'wtd-dev-'))
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root })
  for (const path of listed.toString().split('\0')) {
    if (path !== '' && existsSync(join(root, path))) await cp(join(root, path), join(copy, path))
  }
  const packages = join(root, 'node_modules')
  // links take a second, copies ten, and links do not reach another file system
  const linked = spawnSync('cp', ['-al', packages, copy])
  if (linked.status !== 0) execFileSync('cp', ['-a', packages, copy])
  return copy
}

test.beforeAll(async () => {
  folder = await copySources()
  app = await startApp({}, { folder, script: 'scripts/dev.mjs' })
})
test.afterAll(async () => {
  await app.dispose()
  await rm(folder, { recursive: true, force: true })
})

/** Changes a source file, and waits until the threads are made of it. */
async function change(path: string, from: string, to: string): Promise<void> {
  const bundle = join(folder, 'dist', 'thread.mjs')
  const before = await stat(bundle)
  const text = await readFile(join(folder, path), 'utf8')
  expect(text).toContain(from)
  const started = performance.now()
  await writeFile(join(folder, path), text.replaceAll(from, to))
  if (dirname(path).startsWith('lib')) {
    await expect.poll(async () => (await stat(bundle)).mtimeMs, { intervals: [20] }).not.toBe(before.mtimeMs)
    expect(performance.now() - started).toBeLessThan(Math.max(2000, 200 * emptyLoop()))
  }
}

test('a change of lib or of the catalog shows after a reload', { tag: '@deep-only' }, async ({ page, console }) => {
  // Next says what it does to whoever develops
  console.allow(/./)
  await signIn(page, app)
  await startBlank(page, app, 'native-1')
  const documentation = async (heading: string) => {
    await page.getByRole('tab', { name: 'Documentation' }).click()
    await expect(page.getByRole('tabpanel').getByRole('heading', { name: heading })).toBeVisible({ timeout: 5000 })
  }
  await documentation('Sending a task')
  await test.step('what the threads run', async () => {
    await change('lib/compose/documentation/sendingSections.ts', '## Sending a task', '## Sending one')
    await expect(async () => {
      await page.reload()
      await documentation('Sending one')
    }).toPass()
  })
  await test.step('the catalog', async () => {
    await change('plugin-catalog/taskcluster-worker/success.yml', 'title: Success', 'title: Accomplishment')
    await expect(async () => {
      await page.reload()
      await expect(page.getByRole('checkbox', { name: /^Accomplishment/ })).toBeVisible({ timeout: 2000 })
    }).toPass()
  })
})
