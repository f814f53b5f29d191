import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { operations } from './operations'
import { serveOperations } from './serveOperations'

// The thread: bundled into `dist/thread.mjs`, started by `startThread`. No job's time is spent on reading the catalog.
loadCatalog()
serveOperations(operations)
