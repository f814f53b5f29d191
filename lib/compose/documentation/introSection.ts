import { codeSpan } from './codeSpan'
import type { DocumentationInput } from './documentationInput'
import { embedMarkdown } from './embedMarkdown'
import { escapeMarkdown } from './escapeMarkdown'

/** What the worker type is: its name, the admin's description, the engine. */
export function introSection({
  provisionerId,
  workerType,
  description,
  worker,
  engine,
  plugins,
}: DocumentationInput): string {
  const paragraphs = description
    .split(/\n\s*\n/)
    .map(escapeMarkdown)
    .filter((text) => text !== '')
  const names = plugins.map((plugin) => escapeMarkdown(plugin.title))
  return [
    `# ${codeSpan(`${provisionerId}/${workerType}`)}`,
    ...paragraphs,
    `Tasks run in the engine **${escapeMarkdown(engine.title)}** of ${escapeMarkdown(worker.title)}${
      names.length === 0
        ? ', without plugins'
        : `, with ${names.length === 1 ? 'one plugin' : `${names.length} plugins`}: ${names.join(', ')}`
    }.`,
    embedMarkdown(engine.description, 1),
    ...(engine.documentation === undefined ? [] : [embedMarkdown(engine.documentation, 1)]),
  ].join('\n\n')
}
