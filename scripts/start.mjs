import { ensureBuilt } from './steps/ensureBuilt.mjs'
import { ensureInstalled } from './steps/ensureInstalled.mjs'
import { main } from './steps/main.mjs'
import { serve } from './steps/serve.mjs'

await main(async () => {
  await ensureInstalled()
  await ensureBuilt()
  await serve()
})
