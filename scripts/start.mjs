import { ensureBuilt } from './steps/ensureBuilt.mjs'
import { ensureInstalled } from './steps/ensureInstalled.mjs'
import { main } from './steps/main.mjs'
import { readSettingsFile } from './steps/readSettingsFile.mjs'
import { serve } from './steps/serve.mjs'

await main(async () => {
  readSettingsFile()
  await ensureInstalled()
  await ensureBuilt()
  await serve()
})
