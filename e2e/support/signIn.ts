import type { Page } from '@playwright/test'
import type { App } from './startApp'

// By server and client: signing in again takes seconds, and is tried by journeys of its own.
const sessions = new Map<string, Awaited<ReturnType<ReturnType<Page['context']>['cookies']>>>()

/** Signs in with the credentials of the first client; the link of the server works only once. Ends on the first page. */
export async function signIn(page: Page, app: Pick<App, 'rootUrl' | 'credentials'>): Promise<void> {
  const { clientId, accessToken } = await app.credentials()
  const key = `${app.rootUrl} ${clientId}`
  const known = sessions.get(key)
  if (known !== undefined) {
    await page.context().addCookies(known)
    await page.goto(`${app.rootUrl}/`)
    // whoever has signed out meanwhile signs in again
    if (await page.getByRole('button', { name: 'Sign out' }).isVisible()) return
  }
  await page.goto(`${app.rootUrl}/sign-in`)
  await page.getByLabel('Client id').fill(clientId)
  await page.getByLabel('Access token').fill(accessToken)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL(`${app.rootUrl}/`)
  sessions.set(key, await page.context().cookies(app.rootUrl))
}
