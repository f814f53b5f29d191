import type { EngineEntry, TemplateContext, WorkerCatalog } from './entry'

/** What templates can read of an engine. */
export function engineFacts({ name, platforms, volumeSchema }: EngineEntry): TemplateContext['engine'] {
  return { name, platforms, volumeSchema }
}

/** The engines of a worker, the likeliest first: those for Linux, and of these the one that can do most. */
export function enginesByUse({ engines }: Pick<WorkerCatalog, 'engines'>): EngineEntry[] {
  const likeliness = ({ platforms, features }: EngineEntry) =>
    (platforms.includes('linux') ? 1000 : 0) +
    Object.values(features).filter(({ supported }) => supported === true).length
  return Object.values(engines).sort((a, b) => likeliness(b) - likeliness(a) || (a.name < b.name ? -1 : 1))
}
