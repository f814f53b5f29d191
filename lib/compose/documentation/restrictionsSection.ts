import type { Restriction } from '@/lib/compose/composition'
import { codeSpan } from './codeSpan'
import type { DocumentationInput } from './documentationInput'
import { escapeMarkdown } from './escapeMarkdown'
import { inlineSentence } from './inlineSentence'

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
