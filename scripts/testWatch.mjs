// Runs the unit tests that a change may have broken, again and again; what follows `--` goes to vitest.
import { join } from 'node:path'
import { ensureInstalled } from './steps/ensureInstalled.mjs'
import { main } from './steps/main.mjs'
import { projectRoot } from './steps/projectRoot.mjs'
import { run } from './steps/run.mjs'
import { postgresVariables } from './steps/testPrograms.mjs'

await main(async () => {
  await ensureInstalled()
  const vitest = join(projectRoot, 'node_modules', 'vitest', 'vitest.mjs')
  const args = [vitest, 'watch', ...process.argv.slice(2)]
  process.exitCode = await run(process.execPath, args, { env: postgresVariables(), interactive: true })
})
