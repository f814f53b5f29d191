import { test as base, expect } from '@playwright/test'
import { type App, startApp } from './startApp'

interface WorkerFixtures {
  /** one server for all tests of a worker; a test that needs an empty or its own one starts it */
  app: App
}

interface TestFixtures {
  /** what pages print is a failure, except where a test expects it */
  console: { allow: (pattern: RegExp) => void }
}

/** Playwright's `test` with a running app, and an eye on the console of every page. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  app: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs
    async ({}, use) => {
      const app = await startApp()
      await use(app)
      await app.dispose()
    },
    { scope: 'worker' },
  ],
  console: [
    async ({ context }, use) => {
      const allowed: RegExp[] = []
      const printed: string[] = []
      // what the Content-Security-Policy stops is printed, whatever the browser says of it
      await context.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
          // biome-ignore lint/suspicious/noConsole: the eye on the console sees it there
          globalThis.console.error(`stopped by the policy: ${violatedDirective} ${blockedURI}`)
        })
      })
      context.on('console', (message) => {
        if (message.type() !== 'error' && message.type() !== 'warning') return
        printed.push(`${message.text()} at ${message.location().url}`)
      })
      context.on('weberror', (error) => printed.push(error.error().message))
      await use({ allow: (pattern) => void allowed.push(pattern) })
      expect(printed.filter((line) => !allowed.some((pattern) => pattern.test(line)))).toEqual([])
    },
    { auto: true },
  ],
})

export { expect }
