import { expect, type Page } from '@playwright/test'

/** Turns plugins on in the designer, by their names, and waits until the design is saved. */
export async function turnOn(page: Page, plugins: string[]): Promise<void> {
  for (const plugin of plugins) await page.locator(`[id="field-plugins-${plugin}"]`).check()
  await expect(page.getByRole('status').getByText('Saved', { exact: true })).toBeVisible()
}
