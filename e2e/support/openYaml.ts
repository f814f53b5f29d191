import type { Page } from '@playwright/test'

/** Turns to the text of the design that is open, and gives it. */
export async function openYaml(page: Page): Promise<string> {
  await page.getByRole('tab', { name: 'YAML' }).click()
  return page.getByLabel('The design as YAML').inputValue()
}
