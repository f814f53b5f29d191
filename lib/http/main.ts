// What scripts/steps/serve.mjs serves the app with; bundled into dist/http/main.mjs.
export { listenForApp } from './appServer'
export { createLog } from './createLog'
export { within } from './listen'
