import type { Problem } from '@/lib/base/problem'
import type { Composition } from './composition'
import type { Design } from './design'

/** A composition of nothing but problems, where a design does not even name an engine. */
export function emptyComposition(design: Design, problems: Problem[]): Composition {
  return {
    design,
    worker: design.worker,
    engine: typeof design.engine.name === 'string' ? design.engine.name : '',
    plugins: [],
    provisionerId: typeof design.provisionerId === 'string' ? design.provisionerId : '',
    workerType: typeof design.workerType === 'string' ? design.workerType : '',
    payloadForms: [],
    provenance: {},
    restrictions: [],
    conflicts: [],
    problems,
    matrix: { engines: [], rows: [] },
    checks: [],
    workerConfig: null,
    documentation: '',
    scopes: { worker: [], admin: [], tasks: [] },
    outcomes: {},
    overlays: {},
  }
}
