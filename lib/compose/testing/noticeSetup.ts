import type { JsonObject, JsonValue } from '@/lib/base/json'
import type { Design } from '@/lib/compose/design/design'
import { exampleDesign } from './exampleDesign'

const base = exampleDesign('mock', {}).settings
/** a value that nobody knows */
export const open = { $env: 'OPEN' }

/** What a design for one case has beyond the example. */
export interface Setup {
  engine?: string
  config?: JsonObject
  plugins?: Record<string, JsonValue>
  settings?: JsonObject
  worker?: JsonObject
  members?: Partial<Design>
}

/** The example with the changes of a case. */
export function designOf({
  engine = 'mock',
  config,
  plugins = {},
  settings = {},
  worker = {},
  members = {},
}: Setup): Design {
  const one = exampleDesign(engine, plugins, members)
  const ownWorker = typeof base.worker === 'object' && !Array.isArray(base.worker) ? base.worker : {}
  return {
    ...one,
    engine: { ...one.engine, config: config ?? one.engine.config },
    settings: { ...base, worker: { ...ownWorker, ...worker }, ...settings },
  }
}

/** The script engine with a schema. */
export const script = (properties: JsonObject, required: string[] = [], command = ['x']): Setup => ({
  engine: 'script',
  config: { command, schema: { type: 'object', properties, required } },
})
/** A web hook server with names of its own. */
export const dns: JsonObject = {
  provider: 'stateless-dns',
  serverIp: '1.2.3.4',
  serverPort: 1,
  statelessDNSDomain: 'd',
  statelessDNSSecret: open,
}
const limits = { maxMemory: 1, maxCPUs: 1, defaultThreads: 1 }
/** The qemu engine with so many subnets, for so many tasks at once. */
export const qemu = (subnets: JsonValue, concurrency: JsonValue): Setup => ({
  engine: 'qemu',
  config: { network: { subnets }, limits },
  worker: { concurrency },
})
/** The plugin maxruntime with a limit. */
export const maxruntime = (maxRunTime: JsonValue) => ({
  plugins: { maxruntime: { maxRunTime, perTaskLimit: 'forbid' } },
})
