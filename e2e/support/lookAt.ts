import type { Page } from '@playwright/test'
import { isDeep } from '@/lib/base/testing/deepRuns'
import { expectAccessible, expectFits } from './expectAccessible'
import { picture } from './picture'

/** How pages are looked at: light, dark, and on a small phone. */
const looks = [
  { look: 'light', viewport: { width: 1440, height: 900 }, colorScheme: 'light' },
  { look: 'dark', viewport: { width: 1440, height: 900 }, colorScheme: 'dark' },
  { look: 'phone', viewport: { width: 320, height: 640 }, colorScheme: 'light' },
] as const

/**
 * The page as it is, in every look: it fits, is usable by everybody, and there is a picture of it. Axe takes seconds for a page and asks most
 * of the same in each look, so it sees the first one here, and in the deep tier all. `part` is as for `expectAccessible`.
 */
export async function lookAt(page: Page, name: string, part?: string): Promise<void> {
  const [first] = looks
  for (const { look, viewport, colorScheme } of looks) {
    await page.setViewportSize(viewport)
    await page.emulateMedia({ colorScheme })
    if (isDeep || look === first.look) await expectAccessible(page, part)
    else await expectFits(page)
    await picture(page, `${look}-${name}`)
  }
  await page.setViewportSize(first.viewport)
  await page.emulateMedia({ colorScheme: first.colorScheme })
}
