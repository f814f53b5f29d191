import type { Composition } from '@/lib/compose/composition'
import { codeSpan, escapeMarkdown } from '@/lib/compose/documentation/markdown'

/** A file of the bundle and what it is, as a phrase of Markdown. */
export interface DescribedFile {
  path: string
  what: string
}

/** `README.md` of the bundle: what each file is, how to start the worker (`program`: sections), how to register the worker type and try it. */
export function readmeFile(composition: Composition, files: DescribedFile[], program: string[]): string {
  const { provisionerId, workerType, worker, engine, plugins } = composition
  const taskQueueId = `${provisionerId}/${workerType}`
  const description = escapeMarkdown(composition.design.description)
  const sections = [
    `# ${codeSpan(taskQueueId)}`,
    ...(description === '' ? [] : [description]),
    `Everything to run ${escapeMarkdown(worker)} as a worker of this type: engine ${codeSpan(engine)}, ${
      plugins.length === 0 ? 'no plugins' : `plugins ${plugins.map(codeSpan).join(', ')}`
    }. The bundle holds no secrets. The same design gives the same bytes.`,
    '## Files',
    files.map(({ path, what }) => `- ${codeSpan(path)}: ${what}`).join('\n'),
    ...program,
    '## Register the worker type',
    'The Queue refuses tasks that this worker cannot run only once the payload schema is registered with it:',
    block('wtd register design.yml --root-url https://tc.example.com'),
    'With the Taskcluster command line, against a Queue that takes a payload schema:',
    block(`jq .declaration worker-type.json | taskcluster api queue declareWorkerType ${provisionerId} ${workerType}`),
    '## Try it',
    ...trying(files),
    '## Check the files',
    block('jq -r .verify manifest.json | sh'),
  ]
  return `${sections.join('\n\n')}\n`
}

function trying(files: DescribedFile[]): string[] {
  const example = files.find(({ path }) => path === 'examples/minimal.json')
  if (example === undefined) return ['No example could be made for this payload schema; see `worker-type.md`.']
  return [
    'Ask whether tasks would run, without sending them:',
    block('wtd preview design.yml examples/*.json'),
    'The examples are complete task definitions but for their times: `$fromNow` is JSON-e, as in hooks and `.taskcluster.yml`. Put the times in to send one:',
    block(
      [
        `jq --arg created "$(taskcluster from-now 0 seconds)" --arg deadline "$(taskcluster from-now 1 day)" \\`,
        `  '.created = $created | .deadline = $deadline' ${example.path} |`,
        '  taskcluster api queue createTask "$(taskcluster slugid generate)"',
      ].join('\n'),
    ),
  ]
}

function block(text: string): string {
  return `\`\`\`sh\n${text}\n\`\`\``
}
