import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentWorkerType } from './documentWorkerType'
import { markdownText } from './testing/markdownText'
import { renderMarkdown } from './testing/renderMarkdown'
import { sampleInput } from './testing/sampleInput'

const text = documentWorkerType(sampleInput)

function section(heading: string): string {
  return text.split(/^(?=## )/m).find((part) => part.startsWith(`## ${heading}\n`)) ?? ''
}

describe('documentWorkerType', () => {
  it('has the sections in order', () => {
    expect(text.match(/^##? .*$/gm)).toEqual([
      '# `proj/native-1`',
      '## Details',
      '## Sending a task',
      '## The payload',
      '## What is not possible here',
      '## Worth knowing',
      '## Scopes',
      '## Plugins',
      '## Payload schema',
    ])
  })

  it('shows a complete task to start from', () => {
    const [, json = ''] = /```json\n([\s\S]*?)```/.exec(section('Sending a task')) ?? []
    expect(JSON.parse(json)).toMatchObject({
      taskQueueId: 'proj/native-1',
      created: { $fromNow: '' },
      payload: { command: ['true'] },
    })
  })

  it('describes every property, required ones first', () => {
    const payload = section('The payload')
    expect(payload.match(/^### .*$/gm)).toEqual(['### `command`', '### `interactive`', '### `source`'])
    expect(payload).toContain('**Required.** List of texts. Offered by engine native.')
    expect(payload).toContain('- `mode` (required): one of `shell`, `screen`. What to open.')
    expect(payload).toContain('- Shell: `worker:shell:<name>`')
  })

  it('says what is not possible, and why', () => {
    const restrictions = section('What is not possible here')
    expect(restrictions).toContain(
      '- **Caches** (plugin cache) at `/caches/*`: engine native has no attachVolume: nothing can be mounted.',
    )
    expect(restrictions).toContain('- Mount a volume: nothing can be mounted.')
    expect(restrictions).toContain('- Attach a proxy: tasks share the network.')
    expect(restrictions).not.toContain('Open a shell')
  })

  it('says what works differently than one would hope', () => {
    expect(section('Worth knowing')).toContain('- **Interactive sessions**: The terminal keeps its size.')
    expect(section('Worth knowing')).toContain(
      '- **Proxy** (plugin tcproxy) does nothing here: engine native has no attachProxy.',
    )
  })

  it('lets plugins speak that do something here', () => {
    expect(section('Plugins')).toContain('### Interactive sessions\n\nWhat interactive does.')
    expect(section('Plugins')).toContain('### Cache\n\nNothing of this works with the engine Native; see above.')
  })

  it('tells restrictions with one reason in one line', () => {
    const restrictions = sampleInput.restrictions.flatMap((one) => [
      one,
      { ...one, title: 'Other', kind: 'dropped' as const },
      { ...one, title: 'More' },
    ])
    const written = documentWorkerType({ ...sampleInput, restrictions })
    expect(written).toContain('later:\n\n- **Caches, More** (plugin cache)')
    expect(written).toContain('less than they ask for:\n\n- **Other** (plugin cache)')
  })

  it('leaves out scopes of what is not possible', () => {
    expect(section('Scopes')).toContain('worker:shell:<name>')
    expect(text).not.toContain('worker:cache:<name>')
  })

  it('says so where no task can run', () => {
    const { effectiveSchema: _none, ...rest } = sampleInput
    const without = documentWorkerType(rest)
    expect(without).toContain('No task can run on this worker type')
    expect(without).not.toContain('## The payload')
    expect(without).not.toContain('## Payload schema')
  })

  it.each(['constructor', '__proto__', 'toString'])('describes a property called %s', (name) => {
    const properties = Object.fromEntries([[name, { type: 'string' }]])
    const written = documentWorkerType({ ...sampleInput, effectiveSchema: { type: 'object', properties } })
    expect(written).toContain(`### \`${name}\`\n\nOptional. Text.\n`)
  })

  it('keeps its structure whatever users type', () => {
    const outline = (typed: string) =>
      renderMarkdown(
        documentWorkerType({
          ...sampleInput,
          description: typed,
          restrictions: sampleInput.restrictions.map((restriction) => ({
            ...restriction,
            title: typed,
            reason: typed,
          })),
          effectiveSchema: { properties: { [typed]: { type: 'string', const: typed, pattern: typed } } },
        }),
      ).elements.filter((name) => /^(h\d|table)$/.test(name))
    const expected = outline('words')
    expect(expected.filter((name) => name === 'h2').length).toBe(8)
    fc.assert(
      fc.property(markdownText, (typed) => {
        expect(outline(typed)).toEqual(expected)
      }),
      { numRuns: 50 },
    )
  })
})
