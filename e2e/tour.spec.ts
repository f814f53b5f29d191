import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import taskcluster from 'taskcluster-client'
import { exampleTask } from './support/exampleTask'
import { readTarGz } from './support/readTarGz'
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

test('from an empty data directory to a Queue that refuses tasks', async ({ page }) => {
  await test.step('sign in by the link that the server printed', async () => {
    await page.goto(await app.signInLink())
    await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible()
    await expect(page.getByText('No worker type is registered yet')).toBeVisible()
  })

  await test.step('design a worker type', async () => {
    await startBlank(page, app, 'native-1')
    await expect(page.getByRole('radio', { name: /Native/ })).toBeChecked()
    await turnOn(page, ['env', 'artifacts', 'cache', 'interactive', 'success'])
    await page.getByRole('tab', { name: /Restrictions/ }).click()
    const restrictions = page.getByRole('table', { name: 'Restrictions' })
    await expect(restrictions.getByRole('row', { name: /Caches.*attachVolume/ })).toBeVisible()
    await expect(restrictions.getByRole('row', { name: /Interactive display.*openDisplay/ })).toBeVisible()
    await page.getByRole('tab', { name: 'Support' }).click()
    const support = page.getByRole('table', { name: 'Task features by engine' })
    await expect(support.getByRole('row', { name: /^Caches plugin cache Refused/ })).toBeVisible()
  })
  const design = page.url()

  await test.step('preview tasks', async () => {
    await page.getByRole('link', { name: 'Preview tasks' }).click()
    await page.getByRole('button', { name: 'minimal' }).click()
    await page.getByRole('button', { name: 'Check these tasks' }).click()
    await expect(page.getByRole('row', { name: /Example, minimal.* runs/ })).toBeVisible()
    const bad = { command: ['true'], caches: [{ name: 'x', mountPoint: '/x', options: {} }] }
    await page.getByLabel('Task definitions or bare payloads').fill(JSON.stringify(bad))
    await page.getByRole('button', { name: 'Check these tasks' }).click()
    await expect(page.getByRole('row', { name: /refused by the Queue payload\/caches/ })).toContainText('native')
  })

  await test.step('review and register', async () => {
    await page.goto(`${design}/review`)
    await expect(page.getByText('This worker type is new')).toBeVisible()
    await expect(page.getByText('queue:declare-worker-type:proj/native-1#payloadSchema').first()).toBeVisible()
    await page.getByLabel('Message').fill('The first version')
    await page.getByRole('button', { name: 'Register', exact: true }).click()
    await expect(page.getByText('Registered, enforced')).toBeVisible()
    await page.getByRole('link', { name: 'Open the worker type' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'proj/native-1' })).toBeVisible()
    await expect(page.getByRole('row', { name: /1 enforced admin .* The first version/ })).toBeVisible()
  })

  await test.step('the Queue takes what can run and refuses what cannot', async () => {
    const queue = new taskcluster.Queue({ rootUrl: app.rootUrl, credentials: await app.credentials() })
    const good = exampleTask('native-1', { command: ['echo', 'hello'], env: { A: 'b' } })
    await expect(queue.createTask?.(good.taskId, good.task)).resolves.toMatchObject({ status: { state: 'pending' } })
    const caches = [{ name: 'x', mountPoint: '/x', options: {} }]
    const bad = exampleTask('native-1', { command: ['echo', 'hello'], caches })
    await expect(queue.createTask?.(bad.taskId, bad.task)).rejects.toMatchObject({
      statusCode: 400,
      code: 'InputValidationError',
      message: expect.stringContaining('worker type proj/native-1 cannot do caches: engine native has no newVolume'),
    })
    const metrics = await (await fetch(`${app.rootUrl}/metrics`)).text()
    expect(metrics).toContain('queue_refused_tasks_total{worker_type="proj/native-1"} 1')
  })

  await test.step('download the bundle', async () => {
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Bundle (.tar.gz)' }).click()
    const file = await download
    expect(file.suggestedFilename()).toBe('proj-native-1.tar.gz')
    const files = await readTarGz(await readFile(await file.path()))
    const manifest: { files: { path: string; sha256: string }[] } = JSON.parse(String(files.get('manifest.json')))
    expect(manifest.files.map(({ path }) => path).sort()).toEqual(
      [...files.keys()].filter((path) => path !== 'manifest.json').sort(),
    )
    for (const { path, sha256 } of manifest.files) {
      const content = files.get(path) ?? ''
      expect(createHash('sha256').update(content).digest('hex'), path).toBe(sha256)
    }
    const published = await page.request.get(`${page.url()}/schema.json`)
    expect(await published.json()).toEqual(JSON.parse(String(files.get('payload-schema.json'))))
  })

  await test.step('a second version shows its difference', async () => {
    await page.getByRole('button', { name: 'Change in a new design' }).click()
    await page.waitForURL(/\/designs\/[\w-]+$/)
    await turnOn(page, ['maxruntime'])
    await page.getByRole('link', { name: 'Review and register' }).click()
    await expect(page.getByRole('heading', { name: /Will any task that works today stop working\?/ })).toBeVisible()
    await expect(page.getByRole('listitem').filter({ hasText: '/maxRunTime' }).first()).toBeVisible()
    await expect(page.getByRole('group', { name: 'Difference of the worker configuration' })).toContainText(
      '+     maxruntime:',
    )
    await page.getByRole('button', { name: 'Register', exact: true }).click()
    await expect(page.getByText('Registered, enforced')).toBeVisible()
    await page.goto(`${app.rootUrl}/`)
    await expect(page.getByRole('row', { name: /proj\/native-1 2 enforced/ })).toBeVisible()
  })

  await test.step('sign out', async () => {
    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible()
  })
})

test('what was registered outlives a kill', async ({ page, console }) => {
  // while the server is away, the page may ask in vain
  console.allow(/net::ERR_/)
  await page.goto(`${app.rootUrl}/worker-types/proj/native-1`)
  const before = await page.getByRole('table', { name: 'Versions' }).textContent()
  await app.kill()
  await app.restart()
  await page.reload()
  expect(await page.getByRole('table', { name: 'Versions' }).textContent()).toBe(before)
  const queue = new taskcluster.Queue({ rootUrl: app.rootUrl, credentials: await app.credentials() })
  const bad = exampleTask('native-1', { command: ['true'], caches: [{ mountPoint: '/x', options: {} }] })
  await expect(queue.createTask?.(bad.taskId, bad.task)).rejects.toMatchObject({ code: 'InputValidationError' })
  const good = exampleTask('native-1', { command: ['true'] })
  await expect(queue.createTask?.(good.taskId, good.task)).resolves.toMatchObject({ status: { state: 'pending' } })
})

test('what is asked while the app starts is answered', async () => {
  await app.kill()
  const [answer] = await Promise.all([firstConnection(app.rootUrl), app.restart()])
  expect(answer.status).toBe(200)
})

/** Asks until somebody listens, and then waits for the answer. */
async function firstConnection(url: string): Promise<Response> {
  for (;;) {
    const answer = await fetch(url).catch(() => undefined)
    if (answer) return answer
  }
}
