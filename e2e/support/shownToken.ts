import type { Page } from '@playwright/test'

/** The access token that the page of clients shows once. */
export async function shownToken(page: Page): Promise<string> {
  const text = (await page.getByRole('group', { name: 'Credentials' }).first().textContent()) ?? ''
  return /TASKCLUSTER_ACCESS_TOKEN='([\w-]+)'/.exec(text)?.[1] ?? ''
}
