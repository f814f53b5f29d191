import { codeSpan } from './codeSpan'
import type { DocumentationInput } from './documentationInput'
import { exampleTask } from './exampleTask'
import { fencedBlock } from './fencedBlock'

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
