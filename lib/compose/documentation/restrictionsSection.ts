import type { Restriction } from '../composition'
import { codeSpan } from './codeSpan'
import type { DocumentationInput } from './documentationInput'
import { embedMarkdown } from './embedMarkdown'
import { escapeMarkdown } from './escapeMarkdown'

/** What is not possible here and why: what the schema keeps out, and what the engine cannot do at all. */
export function restrictionsSection(input: DocumentationInput): string {
  const restrictions = input.restrictions.map(restrictionLine)
  const missing = missingFeatures(input)
  if (restrictions.length === 0 && missing.length === 0) return ''
  return [
    '## What is not possible here',
    ...(restrictions.length === 0
      ? []
      : ['The Queue refuses tasks that ask for any of this, when they are created:', restrictions.join('\n')]),
    ...(missing.length === 0
      ? []
      : [`What the engine ${escapeMarkdown(input.engine.title)} cannot do:`, missing.join('\n')]),
  ].join('\n\n')
}

function restrictionLine({ title, component, paths, reason, kind }: Restriction): string {
  const places = paths.length === 0 ? '' : ` at ${paths.map(codeSpan).join(', ')}`
  const outcome =
    kind === 'refused'
      ? 'The worker would refuse such a task.'
      : 'The worker would run such a task with less than it asked for.'
  return `- **${escapeMarkdown(title)}** (${escapeMarkdown(component)})${places}: ${sentence(reason)} ${outcome}`
}

/** Engine features that some plugin could use, whether it is enabled or not. */
function missingFeatures({ engine, worker, matrix }: DocumentationInput): string[] {
  const names = new Set(matrix.rows.flatMap((row) => row.cells[engine.name]?.missing ?? []))
  return [...names].sort().map((name) => {
    const title = `- ${escapeMarkdown(worker.engineFeatures[name] ?? name)}`
    const reason = engine.features[name]?.reason
    return reason === undefined ? title : `${title}: ${sentence(reason)}`
  })
}

/** Reasons are sentences, or become one: capital letter, full stop. */
function sentence(text: string): string {
  const inline = embedMarkdown(text, 6).replace(/\s+/g, ' ')
  return /[.!?]$/.test(inline) ? inline : `${inline}.`
}
