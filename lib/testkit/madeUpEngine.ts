import type { EngineEntry, WorkerEntry } from '@/lib/catalog/entry'

/** An engine for tests: it takes any task, has no configuration, and every engine feature of the worker but those that are `lacking`. */
export function madeUpEngine(worker: WorkerEntry, lacking: readonly string[]): EngineEntry {
  return {
    kind: 'engine',
    worker: worker.name,
    name: 'made-up',
    version: '1.0.0',
    title: 'Made-up engine',
    description: 'An engine for tests.',
    platforms: ['linux'],
    configSchema: { type: 'object', additionalProperties: false },
    payloadSchema: {},
    volumeSchema: { type: 'object', additionalProperties: false },
    maxConcurrency: 0,
    features: Object.fromEntries(
      Object.keys(worker.engineFeatures).map((name) => [
        name,
        lacking.includes(name) ? { supported: false, reason: 'it is made so' } : { supported: true },
      ]),
    ),
  }
}
