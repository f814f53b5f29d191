import { codeSpan } from './codeSpan'
import type { DocumentationInput } from './documentationInput'
import { escapeMarkdown } from './escapeMarkdown'
import { taskScopes } from './taskScopes'

/** All scopes that tasks of this worker type may need in `task.scopes`. */
export function scopesSection(input: DocumentationInput): string {
  if (input.effectiveSchema === undefined) return ''
  const scopes = taskScopes(input)
  if (scopes.length === 0) return '## Scopes\n\nNo task of this worker type needs a scope of its own.'
  return [
    '## Scopes',
    'A task that asks for one of these lists the scope in `scopes`. Parts in angle brackets stand for values in the payload.',
    scopes.map(({ title, anyOf }) => `- ${escapeMarkdown(title)}: ${anyOf.map(codeSpan).join(' or ')}`).join('\n'),
  ].join('\n\n')
}
