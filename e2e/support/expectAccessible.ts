import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * Nothing of WCAG 2.2 AA that a program can see is violated, and nothing is wider than the window. `part` is a selector for a page that was
 * looked at as a whole before: to look at a big one again takes many seconds.
 */
export async function expectAccessible(page: Page, part = 'html'): Promise<void> {
  // what is in order need not be described, which takes longer than to find it so
  const axe = new AxeBuilder({ page }).include(part).options({ resultTypes: ['violations'] })
  const { violations } = await axe.withTags(tags).analyze()
  const found = violations.map(({ id, help, nodes }) => ({ id, help, at: nodes.map(({ html }) => html.slice(0, 160)) }))
  expect(found, page.url()).toEqual([])
  await expectFits(page)
}

/** Nothing is wider than the window. */
export async function expectFits(page: Page): Promise<void> {
  const tooWide = await page.evaluate(() => {
    const width = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= width) return []
    const wide = [...document.querySelectorAll('body *')].filter((each) => each.getBoundingClientRect().right > width)
    return wide.map((each) => each.outerHTML.slice(0, 160))
  })
  expect(tooWide, `${page.url()} scrolls sideways`).toEqual([])
}
