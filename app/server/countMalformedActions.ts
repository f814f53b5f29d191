import 'server-only'
import { Counter, type Registry } from 'prom-client'
import { requestCounts } from '@/lib/http/currentRequest'

/** Adds to the metrics how many actions could not be read: they end before anything here is asked. */
export function countMalformedActions(registry: Registry): void {
  new Counter({
    name: 'app_malformed_actions_total',
    help: 'Requests to actions of pages that no page of this server makes',
    registers: [registry],
    collect() {
      this.reset()
      this.inc(requestCounts().malformedActions)
    },
  })
}
