import { expect, type Page } from '@playwright/test'
import type { App } from './startApp'

/** Starts a blank design for a worker program, and waits for its page. */
export async function startBlank(
  page: Page,
  app: App,
  workerType: string,
  worker = 'taskcluster-worker',
): Promise<void> {
  await page.goto(`${app.rootUrl}/designs/new`)
  await page.getByLabel('Worker program').selectOption(worker)
  await page.getByLabel('Provisioner id').fill('proj')
  await page.getByLabel('Worker type').fill(workerType)
  await page.getByRole('button', { name: 'Start blank' }).click()
  await expect(page.getByRole('heading', { level: 1, name: `proj/${workerType}` })).toBeVisible()
}
