import type { Page } from '@playwright/test'
import type { App } from './startApp'

/** Signs in with the credentials of the first client; the link of the server works only once. */
export async function signIn(page: Page, app: App): Promise<void> {
  const { clientId, accessToken } = await app.credentials()
  await page.goto(`${app.rootUrl}/sign-in`)
  await page.getByLabel('Client id').fill(clientId)
  await page.getByLabel('Access token').fill(accessToken)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL(`${app.rootUrl}/`)
}
