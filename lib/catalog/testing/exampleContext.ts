import type { TemplateContext } from '../entry'

/** A context for tests; members replace the usual ones. */
export function exampleContext(members: Partial<TemplateContext> = {}): TemplateContext {
  return {
    config: {},
    settings: {},
    engine: { name: 'example', volumeSchema: { type: 'object', additionalProperties: false } },
    provisionerId: 'proj',
    workerType: 'linux',
    ...members,
  }
}
