// The Queue as a process of its own, or with --upstream the gate in front of a real one: docs/gate.md.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { bundleServer } from './steps/bundleServer.mjs'
import { bundleThread } from './steps/bundleThread.mjs'
import { ensureInstalled } from './steps/ensureInstalled.mjs'
import { main } from './steps/main.mjs'
import { projectRoot } from './steps/projectRoot.mjs'
import { stopWithNpm } from './steps/stopWithNpm.mjs'

await main(async () => {
  await ensureInstalled()
  await bundleThread()
  const queue = await import(pathToFileURL(await bundleServer('queue')).href)
  const asked = new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM']) {
      process.once(signal, () => {
        resolve(signal)
        // asked a second time, it does not wait for what is in flight
        process.once(signal, () => process.exit(130))
      })
    }
    stopWithNpm(() => resolve('npm is gone'))
  })
  const status = await queue.main({
    args: process.argv.slice(2),
    env: process.env,
    migrationsFolder: join(projectRoot, 'drizzle'),
    asked,
    stderr: (text) => process.stderr.write(text),
  })
  process.exit(status)
})
