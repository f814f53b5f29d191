import type { DocumentationInput } from './documentationInput'
import { embedMarkdown } from './embedMarkdown'
import { escapeMarkdown } from './escapeMarkdown'

/** What each enabled plugin does, in its own words. */
export function pluginsSection({ plugins }: DocumentationInput): string {
  if (plugins.length === 0) return ''
  const parts = plugins.flatMap(({ title, description, documentation }) => [
    `### ${escapeMarkdown(title)}`,
    embedMarkdown(description, 3),
    ...(documentation === undefined ? [] : [embedMarkdown(documentation, 3)]),
  ])
  return ['## Plugins', ...parts].join('\n\n')
}
