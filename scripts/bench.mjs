import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { ensureBuilt } from './steps/ensureBuilt.mjs'
import { ensureInstalled } from './steps/ensureInstalled.mjs'
import { main } from './steps/main.mjs'
import { projectRoot } from './steps/projectRoot.mjs'
import { run } from './steps/run.mjs'
import { StepFailure } from './steps/StepFailure.mjs'

await main(async () => {
  await ensureInstalled()
  await ensureBuilt()
  const files = (await readdir(join(projectRoot, 'bench'))).filter((name) => name.endsWith('.bench.ts')).sort()
  for (const file of files) {
    const status = await run(process.execPath, ['--import', 'tsx', join('bench', file)])
    if (status !== 0) throw new StepFailure(`bench/${file} failed.`)
  }
})
