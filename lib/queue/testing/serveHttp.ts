import { type HttpHost, listen } from '@/lib/http/listen'
import type { QueueHandler } from '@/lib/queue/createQueueHandler'
import { requestListener } from '@/lib/queue/requestListener'

/** Serves a handler with Node's own HTTP server, and tells it the request line as it came. */
export function serveHttp(handler: QueueHandler, place: { host: string; port: number }): Promise<HttpHost> {
  return listen(requestListener(handler), place)
}
