import type { Page } from '@playwright/test'

/** Tries to sign in with credentials of one of the deployments that a server knows. */
export async function pasteCredentials(
  page: Page,
  rootUrl: string,
  at: string,
  credentials: { clientId: string; accessToken: string; certificate?: string },
) {
  await page.goto(`${rootUrl}/sign-in`)
  await page.getByLabel('Deployment').selectOption(at)
  await page.getByLabel('Client id').fill(credentials.clientId)
  await page.getByLabel('Access token').fill(credentials.accessToken)
  if (credentials.certificate !== undefined) {
    await page.getByText('Temporary credentials', { exact: true }).click()
    await page.getByLabel('Certificate').fill(credentials.certificate)
  }
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}
