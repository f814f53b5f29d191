import { describe, expect, it } from 'vitest'
import { parseEntry } from './parseCatalog'

const good = `kind: plugin
worker: example-worker
name: greeting
version: 1.0.0
title: Greeting
description: Says hello.
whenDisabled: refused
configSchema: {type: object}
payloadSchema: {}
taskFeatures:
  - name: hello
    title: Hello
    requestedBy: {path: /hello}
    calls:
      - stage: Started
        feature: newShell
    whenMissing: ignored
`

function mistakes(text: string) {
  const result = parseEntry(text, 'greeting.yml')
  return result.problems.map(({ line, path, message }) => `${line} ${path}: ${message}`)
}

describe('parseEntry', () => {
  it('reads an entry', () => {
    const result = parseEntry(good, 'greeting.yml')
    expect(result).toMatchObject({ ok: true, value: { kind: 'plugin', name: 'greeting' }, problems: [] })
  })

  it.each<[string, string, string, string[]]>([
    ['a missing member', 'title: Greeting\n', '', ['1 : The member title is missing.']],
    [
      'a member too much',
      'whenDisabled',
      'whenDisable',
      ['7 whenDisable: There is no member whenDisable here.', '1 : The member whenDisabled is missing.'],
    ],
    [
      'a member of another kind',
      'payloadSchema: {}',
      'payloadSchema: {}\nplatforms: [linux]',
      ['10 platforms: This member does not belong in an entry of this kind.'],
    ],
    ['a wrong value', 'refused', 'forbidden', ['7 whenDisabled: This has to be one of refused, ignored.']],
    ['a wrong type', '{type: object}', 'none', ['8 configSchema: This has to be of type object.']],
    ['a wrong version', '1.0.0', '1.0', ['4 version: This has to be of type string.']],
    [
      'a wrong stage',
      'Started',
      'Start',
      [
        '15 taskFeatures[0].calls[0].stage: This has to be one of NewTaskPlugin, Prepare, BuildSandbox, Started, Stopped, Finished, Dispose, Exception.',
      ],
    ],
    [
      'a place that is no pointer',
      '/hello',
      'hello',
      ['13 taskFeatures[0].requestedBy.path: This has not the form ^(/[^/]*)*$.'],
    ],
    [
      'no place at all',
      '{path: /hello}',
      '{}',
      [
        '13 taskFeatures[0].requestedBy: This fits none of the forms that are possible here. Where a payload asks for the feature. Conditions are alternatives: one that holds is enough.',
      ],
    ],
    [
      'calls without an outcome',
      '    whenMissing: ignored\n',
      '',
      ['11 taskFeatures[0]: The member whenMissing is missing; calls needs it.'],
    ],
    [
      'a source that is none',
      'feature: newShell',
      'feature: newShell\n        arguments: {name: [{value: x}]}',
      [
        '17 taskFeatures[0].calls[0].arguments.name[0]: This fits none of the forms that are possible here. Where the values of an argument come from.',
      ],
    ],
  ])('reports %s with its line', (_, from, to, expected) => {
    expect(mistakes(good.replace(from, to)).sort()).toEqual(expected.sort())
  })

  it('asks an engine for a reason where it lacks a feature', () => {
    const engine = `kind: engine
worker: example-worker
name: plain
version: 1.0.0
title: Plain
description: Plain.
platforms: [linux]
maxConcurrency: 0
configSchema: {}
payloadSchema: {}
volumeSchema: {}
features:
  newShell: {supported: false}
`
    expect(mistakes(engine)).toEqual([
      '13 features.newShell: This fits none of the forms that are possible here. Whether the engine has the feature.',
    ])
  })

  it.each([
    ['no YAML', 'a: [', 'entry-unreadable'],
    ['a key twice', 'a: 1\na: 2\n', 'entry-unreadable'],
    ['an empty file', '', 'entry-invalid'],
    ['a list', '- 1\n', 'entry-invalid'],
    ['an alias that leads nowhere', 'a: *b\n', 'entry-unreadable'],
  ])('answers %s with a problem', (_, text, code) => {
    const result = parseEntry(text)
    expect(result.ok).toBe(false)
    expect(result.problems[0]).toMatchObject({ code, severity: 'error', line: expect.any(Number) })
  })
})
