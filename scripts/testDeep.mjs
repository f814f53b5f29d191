// The second tier: every run of the laws, kills and malformed requests of which `npm test` makes a share, and axe in every look.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { closeTests } from './steps/closeTests.mjs'
import { ensureBuilt } from './steps/ensureBuilt.mjs'
import { ensureInstalled } from './steps/ensureInstalled.mjs'
import { main } from './steps/main.mjs'
import { projectRoot } from './steps/projectRoot.mjs'
import { runSuite } from './steps/runSuite.mjs'
import { browserVariables } from './steps/testPrograms.mjs'

/** The test files that do more in the deep tier: those that ask `deepRuns` how much. */
async function filesWithDeepRuns() {
  const found = []
  for (const folder of ['app', 'lib', 'scripts']) {
    for (const name of await readdir(join(projectRoot, folder), { recursive: true })) {
      if (!/\.test\.tsx?$/.test(name)) continue
      const text = await readFile(join(projectRoot, folder, name), 'utf8')
      if (text.includes("/testing/deepRuns'")) found.push(`${folder}/${name}`)
    }
  }
  return found.sort()
}

await main(async () => {
  await ensureInstalled()
  const env = { ...browserVariables(), TEST_TIER: 'deep' }
  await ensureBuilt()
  const files = await filesWithDeepRuns()
  const laws = await runSuite({ name: 'deep unit tests', program: 'vitest', args: files, env })
  const journeys = await runSuite({ name: 'deep journeys', program: 'playwright', args: ['--grep', '@deep'], env })
  closeTests([laws, journeys])
})
