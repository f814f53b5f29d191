// `npm run test:e2e -- review` runs the journeys of e2e/review.spec.ts; what follows goes to Playwright.
import { closeTests } from './steps/closeTests.mjs'
import { ensureBuilt } from './steps/ensureBuilt.mjs'
import { ensureInstalled } from './steps/ensureInstalled.mjs'
import { main } from './steps/main.mjs'
import { runSuite } from './steps/runSuite.mjs'
import { browserVariables } from './steps/testPrograms.mjs'

await main(async () => {
  await ensureInstalled()
  const env = browserVariables()
  await ensureBuilt()
  closeTests([await runSuite({ name: 'journeys', program: 'playwright', args: process.argv.slice(2), env })])
})
