import type { EngineEntry, TemplateContext } from './entry'

/** What templates can read of an engine. */
export function engineFacts({ name, platforms, volumeSchema }: EngineEntry): TemplateContext['engine'] {
  return { name, platforms, volumeSchema }
}
