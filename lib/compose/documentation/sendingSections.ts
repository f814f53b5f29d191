import { canonicalJson } from '@/lib/base/json'
import type { DocumentationInput } from './documentationInput'
import { exampleTask } from './exampleTask'
import { codeSpan, embedMarkdown, escapeMarkdown, fencedBlock } from './markdown'
import { taskScopes } from './taskScopes'

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

/** How to send a task: the task queue id, the scopes that it takes, the smallest task that runs. */
export function sendingSection({ provisionerId, workerType, effectiveSchema, examples }: DocumentationInput): string {
  const taskQueueId = `${provisionerId}/${workerType}`
  if (effectiveSchema === undefined) {
    return '## Sending a task\n\nNo task can run on this worker type as it is configured now.'
  }
  const parts = [
    '## Sending a task',
    `Create the task with \`taskQueueId\` ${codeSpan(taskQueueId)}. Whoever creates it needs at least these scopes, besides those in the task itself:`,
    ['queue:create-task:project:none', 'queue:scheduler-id:-', `queue:create-task:lowest:${taskQueueId}`]
      .map((scope) => `- ${codeSpan(scope)}`)
      .join('\n'),
  ]
  const [payload] = examples
  if (payload !== undefined) {
    const task = exampleTask({
      taskQueueId,
      name: 'Example',
      description: 'The smallest task of this worker type',
      payload,
    })
    parts.push(
      'The smallest task that runs:',
      fencedBlock(JSON.stringify(task, null, 2), 'json'),
      '`$fromNow` stands for a time, as in hooks and in `.taskcluster.yml`. In a request to the Queue write the times themselves: `created` is now, `deadline` at most five days later.',
    )
  }
  return parts.join('\n\n')
}

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

/** The whole payload schema, folded away. Readers of Markdown that show no HTML show the block open. */
export function schemaSection({ effectiveSchema }: DocumentationInput): string {
  if (effectiveSchema === undefined) return ''
  return [
    '## Payload schema',
    '<details>\n<summary>JSON Schema of the payload</summary>',
    fencedBlock(canonicalJson(effectiveSchema), 'json'),
    '</details>',
  ].join('\n\n')
}
