import type { EngineEntry, PluginEntry } from '@/lib/catalog/entry/entry'
import type { TaskFeature } from '@/lib/catalog/entry/taskFeature'
import type { MatrixCell, Restriction } from '@/lib/compose/composition'
import type { DocumentationInput } from './documentationInput'
import { codeSpan, embedMarkdown, escapeMarkdown } from './markdown'

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

const INTRODUCTIONS = {
  refused: 'The Queue refuses these tasks when they are created; the worker would refuse them later:',
  dropped: 'The Queue refuses these tasks too; the worker would run them with less than they ask for:',
}

/** What is not possible here and why: what the schema keeps out, and what the engine cannot do at all. */
export function restrictionsSection(input: DocumentationInput): string {
  const parts = (['refused', 'dropped'] as const).flatMap((kind) => {
    const lines = restrictionLines(input.restrictions.filter((restriction) => restriction.kind === kind))
    return lines.length === 0 ? [] : [INTRODUCTIONS[kind], lines.join('\n')]
  })
  const missing = missingFeatures(input)
  if (missing.length > 0) {
    parts.push(`What the engine ${escapeMarkdown(input.engine.title)} cannot do:`, missing.join('\n'))
  }
  return parts.length === 0 ? '' : ['## What is not possible here', ...parts].join('\n\n')
}

/** Restrictions of one component with one reason at the same places are one line. */
function restrictionLines(restrictions: Restriction[]): string[] {
  const titles = new Map<string, string[]>()
  for (const { title, component, paths, reason } of restrictions) {
    const places = paths.length === 0 ? '' : ` at ${paths.map(codeSpan).join(', ')}`
    const rest = ` (${escapeMarkdown(component)})${places}: ${inlineSentence(reason)}`
    titles.set(rest, [...(titles.get(rest) ?? []), escapeMarkdown(title)])
  }
  return [...titles].map(([rest, names]) => `- **${[...new Set(names)].join(', ')}**${rest}`)
}

/** Engine features that some plugin could use, whether it is enabled or not. */
function missingFeatures({ engine, worker, matrix }: DocumentationInput): string[] {
  const names = new Set(matrix.rows.flatMap((row) => row.cells[engine.name]?.missing ?? []))
  return [...names].sort().map((name) => {
    const title = `- ${escapeMarkdown(worker.engineFeatures[name] ?? name)}`
    const reason = engine.features[name]?.reason
    return reason === undefined ? title : `${title}: ${inlineSentence(reason)}`
  })
}

/** What the engine of this worker type makes of a task feature; undefined for one that the matrix does not have. */
export function featureCell(
  { matrix, engine }: DocumentationInput,
  entry: EngineEntry | PluginEntry,
  { name }: TaskFeature,
): MatrixCell | undefined {
  const label = `${entry.kind} ${entry.name}`
  return matrix.rows.find(({ component, feature }) => component === label && feature === name)?.cells[engine.name]
}

/** A short text of a catalog entry as one sentence on one line: what is no sentence yet gets a full stop. */
function inlineSentence(text: string): string {
  const inline = embedMarkdown(text, 6).replace(/\s+/g, ' ')
  return /[.!?]$/.test(inline) ? inline : `${inline}.`
}
