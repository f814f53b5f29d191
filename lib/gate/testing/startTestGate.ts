import { type Gate, type GateDatabase, type GateSettings, startGate } from '@/lib/gate/startGate'
import { createLog } from '@/lib/http/createLog'
import { listen } from '@/lib/http/listen'
import { withOperations } from '@/lib/queue/operations/withOperations'

/** A gate for tests, on a loopback port. */
export interface TestGate extends Gate {
  url: string
  /** the lines of its log */
  lines: string[]
  stop(): Promise<void>
}

/** Starts a gate in front of `upstream`, and waits until it has read its database unless `blind` says that there is none. */
export async function startTestGate(
  settings: Partial<GateSettings> & { upstream: string },
  database: GateDatabase,
  { blind = false, port = 0 } = {},
): Promise<TestGate> {
  const lines: string[] = []
  const log = createLog('queue', 'info', { write: (line: string) => void lines.push(line) })
  const gate = startGate({ version: '1.2.3', log, ...settings }, database)
  const operations = { registry: gate.metrics.registry, health: gate.health, stopping: () => false }
  const host = await listen(withOperations(gate.listener, operations), { host: '127.0.0.1', port }, { log })
  const stop = async () => {
    await host.close(1000)
    await gate.close()
  }
  while (!blind && gate.schemas.readAt === undefined) await new Promise((resolve) => setImmediate(resolve))
  return { ...gate, url: host.url, lines, stop }
}
