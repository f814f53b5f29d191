import taskcluster from 'taskcluster-client'
import { lookAt } from './support/lookAt'
import { type App, startApp } from './support/startApp'
import { expect, test } from './support/test'

let app: App
test.beforeAll(async () => {
  app = await startApp()
})
test.afterAll(() => app.dispose())

const workerPoolId = 'proj/macs'
const pool = {
  providerId: 'static',
  description: 'Builds',
  owner: 'ops@example.com',
  emailOnError: false,
  config: {
    workerConfig: { genericWorker: { config: { headlessTasks: true, d2gConfig: { enableD2G: true }, capacity: 2 } } },
  },
}

test('a worker pool from an import to worker-manager and back', { tag: '@deep' }, async ({ page }) => {
  const workerManager = async () =>
    new taskcluster.WorkerManager({ rootUrl: app.rootUrl, credentials: await app.credentials() })

  await test.step('import it', async () => {
    await page.goto(await app.signInLink())
    await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible()
    await page.goto(`${app.rootUrl}/designs/new`)
    const document = JSON.stringify({ workerPoolId, ...pool })
    await page.getByLabel('Configuration file of a worker, or a worker pool').fill(document)
    await page.getByRole('button', { name: 'Import', exact: true }).click()
    await page.getByRole('link', { name: 'Open the design' }).click()
    await expect(page.getByRole('heading', { level: 1, name: workerPoolId })).toBeVisible()
  })
  const design = page.url()

  await test.step('see what the provider asks for', async () => {
    const provider = page.getByRole('group', { name: 'Provider', exact: true })
    await expect(provider.getByRole('radio', { name: /^Static/ })).toBeChecked()
    await expect(page.getByRole('textbox', { name: 'Owner (required)' })).toHaveValue('ops@example.com')
    await provider.getByRole('radio', { name: /^Google Compute Engine/ }).check()
    await page.getByRole('button', { name: 'Add launch configuration' }).click()
    // what all launch configurations share may have a zone as well
    const zone = page.getByRole('textbox', { name: 'Zone', exact: true }).last()
    await zone.fill('us-central1-a')
    await expect(zone).toHaveValue('us-central1-a')
    await lookAt(page, 'pool-google')
    await provider.getByRole('radio', { name: /^Static/ }).check()
    await expect(page.getByRole('textbox', { name: 'Zone', exact: true })).toHaveCount(0)
    await expect(page.getByRole('status').getByText('Saved', { exact: true })).toBeVisible()
  })

  await test.step('register it with the worker type', async () => {
    await page.goto(`${design}/review`)
    await expect(page.getByText('worker-manager has no such pool yet')).toBeVisible()
    await expect(page.getByText(`worker-manager:manage-worker-pool:${workerPoolId}`).first()).toBeVisible()
    await expect(page.getByRole('checkbox', { name: 'Register the worker pool as well' })).toBeChecked()
    await page.getByRole('button', { name: 'Register', exact: true }).click()
    await expect(page.getByText('The worker pool was created.')).toBeVisible()
    const there = await (await workerManager()).workerPool?.(workerPoolId)
    expect(there).toMatchObject({ ...pool, config: { workerConfig: { genericWorker: { config: { capacity: 2 } } } } })
  })

  await test.step('see what somebody else has changed', async () => {
    const there = { ...pool, description: 'Something else' }
    await (await workerManager()).updateWorkerPool?.(workerPoolId, there)
    await page.goto(`${design}/review`)
    const changes = page.getByRole('table', { name: 'Changes of the worker pool' })
    await expect(changes.getByRole('row', { name: /changed description "Something else" "Builds"/ })).toBeVisible()
    await lookAt(page, 'pool-review')
    await (await workerManager()).updateWorkerPool?.(workerPoolId, { ...there, owner: 'you@example.com' })
    await page.getByRole('button', { name: 'Register', exact: true }).click()
    await expect(page.getByText('Somebody has changed the worker pool since this review')).toBeVisible()
  })

  await test.step('leave alone what another tool configures', async () => {
    const marked = { ...pool, description: '*DO NOT EDIT* - This resource is configured automatically.\n\nBuilds' }
    await (await workerManager()).updateWorkerPool?.(workerPoolId, marked)
    await page.goto(`${design}/review`)
    await expect(page.getByText(`Another tool configures the pool ${workerPoolId}`)).toBeVisible()
    await expect(page.getByRole('checkbox', { name: 'Register the worker pool as well' })).toBeDisabled()
    await page.getByRole('button', { name: 'Register', exact: true }).click()
    await expect(page.getByText('Renewed, enforced')).toBeVisible()
    expect(await (await workerManager()).workerPool?.(workerPoolId)).toMatchObject(marked)
  })
})
