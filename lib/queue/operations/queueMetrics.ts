import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { StoreDisk } from '@/lib/registry/store/store'

/** What is counted and measured. */
export interface QueueMetrics {
  registry: Registry
  requests: Counter<'route' | 'status'>
  requestSeconds: Histogram<'route'>
  refusals: Counter<'worker_type'>
  unchecked: Counter
  upstreamSeconds: Histogram
  upstreamFailures: Counter<'kind'>
  validationSeconds: Histogram
}

/** The state of the schemas, looked at when the metrics are read. */
interface SchemaGauges {
  workerTypes: number
  schemas: number
  compiled: number
  databaseUp: boolean
}

const buckets = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

/** New metrics, in a registry of their own, those of the process included. */
export function queueMetrics(gauges?: () => SchemaGauges): QueueMetrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  if (gauges !== undefined) addGauges(registry, gauges)
  return {
    registry,
    requests: new Counter({
      name: 'queue_requests_total',
      help: 'Answered requests; status 0 where the client went away or the answer broke off',
      labelNames: ['route', 'status'],
      registers,
    }),
    requestSeconds: new Histogram({
      name: 'queue_request_seconds',
      help: 'From the head of a request to the end of its answer',
      labelNames: ['route'],
      buckets,
      registers,
    }),
    refusals: new Counter({
      name: 'queue_refused_tasks_total',
      help: 'Tasks refused because their payload violates the schema of their worker type',
      labelNames: ['worker_type'],
      registers,
    }),
    unchecked: new Counter({
      name: 'queue_unchecked_tasks_total',
      help: 'Tasks that came while nobody knew which schema holds',
      registers,
    }),
    upstreamSeconds: new Histogram({
      name: 'queue_upstream_seconds',
      help: 'From sending a request on to the head of the answer',
      buckets,
      registers,
    }),
    upstreamFailures: new Counter({
      name: 'queue_upstream_failures_total',
      help: 'Requests that upstream did not answer, or not to the end',
      labelNames: ['kind'],
      registers,
    }),
    validationSeconds: new Histogram({
      name: 'queue_validation_seconds',
      help: 'Reading a definition and checking its payload',
      buckets: [0.00005, 0.0001, ...buckets],
      registers,
    }),
  }
}

function addGauges(registry: Registry, gauges: () => SchemaGauges): void {
  const add = (name: string, help: string, value: () => number) => addGauge(registry, name, help, value)
  add('queue_schema_worker_types', 'Worker types with a payload schema', () => gauges().workerTypes)
  add('queue_schema_cache_schemas', 'Different payload schemas in memory', () => gauges().schemas)
  add('queue_schema_cache_compiled', 'Payload schemas that are compiled', () => gauges().compiled)
  add('queue_database_up', '1 while the database can be read', () => (gauges().databaseUp ? 1 : 0))
}

/** Adds what is known of the disk of an embedded database to metrics. */
export function addDiskMetrics(registry: Registry, { freeBytes, room }: StoreDisk): void {
  addGauge(registry, 'queue_disk_free_bytes', 'What can still be written to the disk of the database', freeBytes)
  const writable = () => (room() === 'none' ? 0 : 1)
  addGauge(registry, 'queue_database_writable', '0 while the disk of the database is full', writable)
}

/** Adds a gauge to metrics that looks at its value when they are read. */
function addGauge(registry: Registry, name: string, help: string, value: () => number): void {
  const gauge: Gauge = new Gauge({
    name,
    help,
    registers: [registry],
    collect: () => gauge.set(value()),
  })
}

/** The name under which a request is counted: its HTTP method and its service, so that no client can make ever more names. */
export function routeOf(method: string, path: string): string {
  const [, service = 'other'] = /^\/(?:api\/)?(queue|auth|worker-manager|references|schemas)\b/.exec(path) ?? []
  return `${method.toLowerCase()} ${service}`
}
