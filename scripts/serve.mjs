import { main } from './steps/main.mjs'
import { serve } from './steps/serve.mjs'

// Serves the build that is there, as it is.
await main(() => serve())
