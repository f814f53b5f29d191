import type { EngineEntry, PluginEntry } from '@/lib/catalog/entry'
import { isPartOf } from '@/lib/catalog/isPartOf'
import { withDefaults } from '@/lib/catalog/withDefaults'
import type { Component, ResolvedDesign } from './resolvedDesign'

/** Plugins that the program of an engine was built with and that are not among those given, where its payload schema has their parts all the same. */
export function absentPlugins(
  present: readonly Component[],
  engine: EngineEntry,
  resolved: ResolvedDesign,
): Component<PluginEntry>[] {
  const { worker, plugins } = resolved.catalog
  if (worker.payloadParts !== 'all') return []
  return Object.values(plugins)
    .filter(({ name }) => !present.some(({ entry }) => entry.kind === 'plugin' && entry.name === name))
    .filter((entry) => isPartOf(entry, engine.name, resolved.workerVersion))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((entry) => unconfigured(entry, resolved))
}

/** A plugin that the design does not have, with the configuration that it would have without a word. */
export function unconfigured(entry: PluginEntry, { worker, engine }: ResolvedDesign): Component<PluginEntry> {
  const config = worker.entry.fillsDefaults ? withDefaults(entry.configSchema, {}) : {}
  return {
    entry,
    label: `plugin ${entry.name}`,
    config: {},
    place: ['plugins'],
    context: { ...engine.context, config },
  }
}
