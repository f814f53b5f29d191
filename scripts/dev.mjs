// The app as its sources are: a change shows after a reload, in pages, `lib/` and the catalogs.
import { bundleServer } from './steps/bundleServer.mjs'
import { ensureInstalled } from './steps/ensureInstalled.mjs'
import { main } from './steps/main.mjs'
import { readSettingsFile } from './steps/readSettingsFile.mjs'
import { serve } from './steps/serve.mjs'
import { watchSources } from './steps/watchSources.mjs'

await main(async () => {
  readSettingsFile()
  await ensureInstalled()
  await bundleServer('http')
  await watchSources()
  await serve({ dev: true })
})
