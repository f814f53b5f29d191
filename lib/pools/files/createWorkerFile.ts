import { canonicalJson } from '@/lib/base/canonicalJson'
import { placeholder } from '@/lib/pools/placeholders'
import type { PoolWorker } from '@/lib/pools/poolInput'
import { workerCapacity } from '@/lib/pools/workerCapacity'

/** The body of worker-manager's createWorker, which makes one static worker known: its secret is the proof of who it is. */
export function createWorkerFile({ config }: PoolWorker): string {
  return canonicalJson({
    expires: placeholder('WORKER_EXPIRES'),
    capacity: workerCapacity(config),
    providerInfo: { staticSecret: placeholder('WORKER_STATIC_SECRET') },
  })
}
