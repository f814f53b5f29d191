import { readFile } from 'node:fs/promises'
import taskcluster from 'taskcluster-client'
import { exampleTask } from './support/exampleTask'
import { picture } from './support/picture'
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

const native = { command: [['echo', 'hello']], maxRunTime: 60 }
const docker = { image: 'ubuntu:24.04', command: ['echo', 'hello'], maxRunTime: 60 }

test('a pool of generic-worker, from nothing to a Queue that refuses tasks', async ({ page }) => {
  await page.goto(await app.signInLink())
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible()

  await test.step('design it: docker-worker payloads, no interactive shells, static machines', async () => {
    await startBlank(page, app, 'linux-1', 'generic-worker')
    await expect(page.getByRole('radio', { name: /Multiuser on Linux/ })).toBeChecked()
    await expect(page.locator('[id="field-plugins-rdp"]')).toHaveCount(0)
    await turnOn(page, ['d2g'])
    await page.locator('[id="field-plugins-interactive"]').uncheck()
    await page.getByRole('radio', { name: /^Static/ }).check()
    await page.locator('[id="field-pool-providerId"]').fill('static')
    await page.locator('[id="field-pool-owner"]').fill('ops@example.com')
    await expect(page.getByRole('status').getByText('Saved', { exact: true })).toBeVisible()
    await page.getByRole('tab', { name: /Restrictions/ }).click()
    const restrictions = page.getByRole('table', { name: 'Restrictions' })
    await expect(restrictions.getByRole('row', { name: /Interactive shells.*not enabled/ }).first()).toBeVisible()
    await picture(page, 'generic-worker-design')
  })
  const design = page.url()

  await test.step('preview a task of each form', async () => {
    await page.getByRole('link', { name: 'Preview tasks' }).click()
    const tasks = page.getByLabel('Task definitions or bare payloads')
    const check = page.getByRole('button', { name: 'Check these tasks' })
    const named = (name: string, payload: object) => ({ payload, metadata: { name }, scopes: [] })
    await tasks.fill(JSON.stringify([named('native', native), named('docker', docker)]))
    await check.click()
    await expect(page.getByRole('row', { name: /native.* runs/ })).toBeVisible()
    await expect(page.getByRole('row', { name: /docker.* runs/ })).toBeVisible()
    const shells = { ...docker, features: { interactive: true } }
    await tasks.fill(JSON.stringify([named('shells', shells)]))
    await check.click()
    await expect(page.getByRole('row', { name: /refused by the Queue payload\/features\/interactive/ })).toContainText(
      'plugin interactive is not enabled',
    )
  })

  await test.step('review, and register worker type and pool', async () => {
    await page.goto(`${design}/review`)
    await expect(page.getByText('worker-manager:manage-worker-pool:proj/linux-1').first()).toBeVisible()
    await picture(page, 'generic-worker-review')
    await page.getByLabel('Message').fill('The first version')
    await page.getByRole('button', { name: 'Register', exact: true }).click()
    await expect(page.getByText('Registered, enforced')).toBeVisible()
    const manager = new taskcluster.WorkerManager({ rootUrl: app.rootUrl, credentials: await app.credentials() })
    await expect(manager.workerPool?.('proj/linux-1')).resolves.toMatchObject({
      providerId: 'static',
      config: {
        workerConfig: { genericWorker: { config: { enableInteractive: false, d2gConfig: { enableD2G: true } } } },
      },
    })
  })

  await test.step('the Queue takes both forms, and refuses shells in either', async () => {
    const queue = new taskcluster.Queue({ rootUrl: app.rootUrl, credentials: await app.credentials() })
    for (const payload of [native, docker]) {
      const good = exampleTask('linux-1', payload)
      await expect(queue.createTask?.(good.taskId, good.task)).resolves.toMatchObject({ status: { state: 'pending' } })
      const bad = exampleTask('linux-1', { ...payload, features: { interactive: true } })
      await expect(queue.createTask?.(bad.taskId, bad.task)).rejects.toMatchObject({
        statusCode: 400,
        code: 'InputValidationError',
        message: expect.stringContaining('plugin interactive is not enabled'),
      })
    }
  })

  await test.step('read the documentation of both forms', async () => {
    await page.goto(`${app.rootUrl}/worker-types/proj/linux-1/docs`)
    await expect(page.getByRole('heading', { name: 'docker-worker payload', exact: true })).toBeVisible()
    await picture(page, 'generic-worker-docs')
  })

  await test.step('download the bundle', async () => {
    await page.goto(design)
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Bundle (.tar.gz)' }).click()
    const files = await readTarGz(await readFile(await (await download).path()))
    const text = (name: string) => String(files.get(name))
    const config: unknown = JSON.parse(text('worker-config.json'))
    expect(config).toMatchObject({ enableInteractive: false, d2gConfig: { enableD2G: true }, enableLiveLog: true })
    expect(config).not.toHaveProperty('enableMounts')
    expect(JSON.parse(text('worker-pool.json'))).toMatchObject({
      config: { workerConfig: { genericWorker: { config } } },
    })
    expect(text('worker-runner.yml')).toContain('providerType: static')
  })
})
