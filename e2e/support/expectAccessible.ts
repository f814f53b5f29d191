import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { isDeep } from '../../lib/base/testing/deepRuns'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

interface Looked {
  /** a selector for a page that was looked at as a whole before: to look at a big one again takes many seconds */
  part?: string
  /** of a page that was looked at by all rules in another look: those whose answer may be another one here. The deep tier asks all the same */
  rules?: readonly string[]
}

/** Nothing of WCAG 2.2 AA that a program can see is violated, and nothing is wider than the window. */
export async function expectAccessible(page: Page, { part = 'html', rules }: Looked = {}): Promise<void> {
  const axe = new AxeBuilder({ page }).include(part)
  const asked = rules === undefined || isDeep ? axe.withTags(tags) : axe.withRules([...rules])
  const { violations } = await asked.analyze()
  const found = violations.map(({ id, help, nodes }) => ({ id, help, at: nodes.map(({ html }) => html.slice(0, 160)) }))
  expect(found, page.url()).toEqual([])
  const tooWide = await page.evaluate(() => {
    const width = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= width) return []
    const wide = [...document.querySelectorAll('body *')].filter((each) => each.getBoundingClientRect().right > width)
    return wide.map((each) => each.outerHTML.slice(0, 160))
  })
  expect(tooWide, `${page.url()} scrolls sideways`).toEqual([])
}
