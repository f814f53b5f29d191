import type { EngineEntry, PluginEntry, TaskFeature } from '../../catalog/entry'
import type { DocumentationInput } from './documentationInput'
import { embedMarkdown } from './embedMarkdown'
import { escapeMarkdown } from './escapeMarkdown'

/** What works, but not as one would hope: uses that the worker ignores, values that the engine limits, caveats. */
export function differencesSection(input: DocumentationInput): string {
  const restricted = new Set(input.restrictions.map(({ id }) => id))
  const lines = [input.engine, ...input.plugins].flatMap((entry) =>
    (entry.taskFeatures ?? [])
      .filter((feature) => !restricted.has(`${entry.name}/${feature.name}`))
      .flatMap((feature) => differences(input, entry, feature)),
  )
  return lines.length === 0 ? '' : ['## Worth knowing', [...new Set(lines)].join('\n')].join('\n\n')
}

function differences(input: DocumentationInput, entry: EngineEntry | PluginEntry, feature: TaskFeature): string[] {
  const row = input.matrix.rows.find(
    ({ component, feature: name }) => component === `${entry.kind} ${entry.name}` && name === feature.name,
  )
  const cell = row?.cells[input.engine.name]
  if (cell === undefined || cell.reason === '') return []
  const what = `- **${escapeMarkdown(feature.title)}** (${escapeMarkdown(`${entry.kind} ${entry.name}`)})`
  const reason = embedMarkdown(cell.reason, 6).replace(/\s+/g, ' ')
  switch (cell.verdict) {
    case 'supported':
    case 'limited':
      return [`${what}: ${reason}`]
    case 'dropped':
      return [`${what} does nothing here. ${reason}`]
    case 'fatal':
      return [`${what} ends in an internal error. ${reason}`]
    case 'refused':
      return []
  }
}
