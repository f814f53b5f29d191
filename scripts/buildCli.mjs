import { bundleCli } from './steps/bundleCli.mjs'
import { ensureInstalled } from './steps/ensureInstalled.mjs'
import { main } from './steps/main.mjs'

await main(async () => {
  await ensureInstalled()
  await bundleCli()
})
