import { ensureBuilt } from './steps/ensureBuilt.mjs'
import { ensureInstalled } from './steps/ensureInstalled.mjs'
import { main } from './steps/main.mjs'

await main(async () => {
  await ensureInstalled()
  await ensureBuilt({ force: true })
})
