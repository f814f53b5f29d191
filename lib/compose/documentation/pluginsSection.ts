import type { PluginEntry } from '@/lib/catalog/entry'
import type { DocumentationInput } from './documentationInput'
import { embedMarkdown } from './embedMarkdown'
import { escapeMarkdown } from './escapeMarkdown'
import { featureCell } from './featureCell'

/** What each enabled plugin does for tasks, in its own words. */
export function pluginsSection(input: DocumentationInput): string {
  if (input.plugins.length === 0) return ''
  const parts = input.plugins.flatMap((plugin) => [
    `### ${escapeMarkdown(plugin.title)}`,
    ...(isUseless(input, plugin)
      ? [`Nothing of this works with the engine ${escapeMarkdown(input.engine.title)}; see above.`]
      : [plugin.description, plugin.documentation ?? ''].filter(Boolean).map((text) => embedMarkdown(text, 3))),
  ])
  return ['## Plugins', ...parts].join('\n\n')
}

/** A plugin that has features for tasks, none of which the engine can do. */
function isUseless(input: DocumentationInput, plugin: PluginEntry): boolean {
  const features = plugin.taskFeatures ?? []
  const verdicts = features.map((feature) => featureCell(input, plugin, feature)?.verdict)
  return features.length > 0 && verdicts.every((verdict) => verdict === 'refused' || verdict === 'dropped')
}
