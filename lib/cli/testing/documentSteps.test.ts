import { expect, it } from 'vitest'
import { documentSteps } from './documentSteps'

it('reads files, commands and outputs in their order', () => {
  const markdown = [
    '# Title',
    '```yaml a.yml',
    'a: 1',
    '```',
    'Text with `code`.',
    '```yaml a.yml (more)',
    'b: 2',
    '```',
    '```sh',
    'wtd one',
    'wtd two  # ends with 1',
    '```',
    '```text',
    'out',
    '```',
    '```yaml',
    'only: shown',
    '```',
  ].join('\n')
  expect(documentSteps(markdown)).toEqual([
    { kind: 'file', name: 'a.yml', text: 'a: 1\n', append: false },
    { kind: 'file', name: 'a.yml', text: 'b: 2\n', append: true },
    {
      kind: 'commands',
      commands: [
        { line: 'wtd one', status: 0 },
        { line: 'wtd two', status: 1 },
      ],
      output: 'out\n',
    },
  ])
})
