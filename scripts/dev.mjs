import { join } from 'node:path'
import { bundleCli } from './steps/bundleCli.mjs'
import { ensureInstalled } from './steps/ensureInstalled.mjs'
import { main } from './steps/main.mjs'
import { projectRoot } from './steps/projectRoot.mjs'
import { run } from './steps/run.mjs'

await main(async () => {
  await ensureInstalled()
  // the thread that compares schemas is a bundle of its own
  await bundleCli()
  const port = process.env.PORT || '3000'
  const host = process.env.HOST || '127.0.0.1'
  const env = {
    NEXT_TELEMETRY_DISABLED: '1',
    PORT: port,
    DATA_DIR: process.env.DATA_DIR || join(projectRoot, 'data'),
    ROOT_URL: process.env.ROOT_URL || `http://${host}:${port}`,
  }
  const next = join(projectRoot, 'node_modules', 'next', 'dist', 'bin', 'next')
  process.exitCode = await run(process.execPath, [next, 'dev', '-H', host, '-p', port], { env })
})
