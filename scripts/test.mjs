// `npm test` runs everything; `npm test -- lib/compose` or `npm test -- -t 'name'` hands what follows to vitest, and builds nothing.
import { closeTests } from './steps/closeTests.mjs'
import { ensureBuilt } from './steps/ensureBuilt.mjs'
import { ensureInstalled } from './steps/ensureInstalled.mjs'
import { main } from './steps/main.mjs'
import { runSuite } from './steps/runSuite.mjs'
import { browserVariables, postgresVariables } from './steps/testPrograms.mjs'

const args = process.argv.slice(2)

await main(async () => {
  await ensureInstalled()
  if (args.length > 0) {
    closeTests([await runSuite({ name: 'unit tests', program: 'vitest', args, env: postgresVariables() })])
    return
  }
  const env = browserVariables()
  await ensureBuilt()
  const results = []
  results.push(await runSuite({ name: 'unit tests', program: 'vitest', env }))
  results.push(await runSuite({ name: 'journeys', program: 'playwright', args: ['--grep-invert', '@deep-only'], env }))
  closeTests(results)
})
