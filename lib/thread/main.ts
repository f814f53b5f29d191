import { operations } from './operations'
import { serveOperations } from './serveOperations'

// The thread: bundled into `dist/thread.mjs`, started by `startThread`.
serveOperations(operations)
