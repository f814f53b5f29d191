import type { EngineEntry, PluginEntry } from '@/lib/catalog/entry'
import type { TaskFeature } from '@/lib/catalog/taskFeature'
import type { DocumentationInput } from './documentationInput'
import { escapeMarkdown } from './escapeMarkdown'
import { featureCell } from './featureCell'
import { inlineSentence } from './inlineSentence'

/** What works, but not as one would hope: uses that the worker ignores, and caveats. What the schema keeps out is said elsewhere. */
export function differencesSection(input: DocumentationInput): string {
  const keptOut = new Set(input.restrictions.filter(({ missing }) => missing.length > 0).map(({ id }) => id))
  const lines = [input.engine, ...input.plugins].flatMap((entry) =>
    (entry.taskFeatures ?? [])
      .filter((feature) => !keptOut.has(`${entry.name}/${feature.name}`))
      .flatMap((feature) => differences(input, entry, feature)),
  )
  return lines.length === 0 ? '' : ['## Worth knowing', [...new Set(lines)].join('\n')].join('\n\n')
}

function differences(input: DocumentationInput, entry: EngineEntry | PluginEntry, feature: TaskFeature): string[] {
  const cell = featureCell(input, entry, feature)
  const title = `- **${escapeMarkdown(feature.title)}** (${escapeMarkdown(`${entry.kind} ${entry.name}`)})`
  switch (cell?.verdict) {
    case 'supported':
    case 'limited':
      // several features of an entry may use the same feature of the engine: its caveat is told once, for the entry
      return caveats(feature, input.engine).map(
        (text) => `- **${escapeMarkdown(entry.title)}**: ${inlineSentence(text)}`,
      )
    case 'dropped':
      return [`${title} does nothing here: ${inlineSentence(cell.reason)}`]
    case 'fatal':
      return [`${title} ends in an internal error: ${inlineSentence(cell.reason)}`]
    default:
      return []
  }
}

function caveats(feature: TaskFeature, engine: EngineEntry): string[] {
  const called = (feature.calls ?? []).map((call) => engine.features[call.feature]?.caveat)
  return [feature.caveat, ...called].filter((text) => text !== undefined)
}
