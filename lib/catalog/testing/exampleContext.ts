import type { TemplateContext } from '@/lib/catalog/entry/entry'

/** A context for tests; members replace the usual ones. */
export function exampleContext(members: Partial<TemplateContext> = {}): TemplateContext {
  return {
    config: {},
    settings: {},
    engine: { name: 'example', platforms: ['linux'], volumeSchema: { type: 'object', additionalProperties: false } },
    plugins: {},
    workerVersion: '0.0.0',
    provisionerId: 'proj',
    workerType: 'linux',
    pool: { provider: '', brings: [] },
    ...members,
  }
}
