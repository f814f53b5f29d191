import type { JsonValue } from '@/lib/base/json'
import type { Problem } from '@/lib/base/problem'
import { applySamples } from './applySamples'
import type { Design } from './design'

/** The engine that a design selects and the configuration that counts for it. */
export interface SelectedEngine {
  /** a reference where nobody knows the name yet */
  name: JsonValue
  config: JsonValue
  /** where the configuration stands in the design */
  place: string[]
}

/**
 * The engine that a design selects, its name with samples in place. Where the name is a reference, any of the configurations may be the selected
 * one, so all are kept together in `otherEngines`. Adds problems of the sample.
 */
export function selectedEngine(design: Design, problems: Problem[] = []): SelectedEngine {
  const name = applySamples(design.engine.name, design.samples, ['engine', 'name'], problems)
  if (typeof name === 'string' && typeof design.engine.name !== 'string' && Object.hasOwn(design.otherEngines, name)) {
    return { name, config: design.otherEngines[name] ?? null, place: ['otherEngines', name] }
  }
  return { name, config: design.engine.config, place: ['engine', 'config'] }
}
