import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTasks } from './readTasks'

function values(text: string) {
  const read = readTasks(text, 'tasks')
  return read.ok ? read.value.map((task) => task.value) : read.problems
}

describe('readTasks', () => {
  it.each([
    ['one JSON document', '{"a": 1}', [{ a: 1 }]],
    ['a JSON list', '[{"a": 1}, 2]', [{ a: 1 }, 2]],
    ['NDJSON with blank lines', '{"a": 1}\n\n{"a": 2}\n', [{ a: 1 }, { a: 2 }]],
    ['one YAML document', 'a: 1\nb: [x]', [{ a: 1, b: ['x'] }]],
    ['several YAML documents', 'a: 1\n---\na: 2\n', [{ a: 1 }, { a: 2 }]],
    [
      'YAML documents with empty ones between',
      '---\na: 1\n---\n---\n# nothing\n---\na: 2\n---\n',
      [{ a: 1 }, { a: 2 }],
    ],
    ['YAML documents that end', 'a: 1\n...\n---\na: 2\n...\n', [{ a: 1 }, { a: 2 }]],
    ['YAML documents with carriage returns', 'a: 1\r\n---\r\na: 2\r\n', [{ a: 1 }, { a: 2 }]],
    ['YAML documents of lists', '- a: 1\n- a: 2\n---\na: 3\n', [{ a: 1 }, { a: 2 }, { a: 3 }]],
    ['JSON documents', '{"a": 1}\n---\n{"a": 2}\n', [{ a: 1 }, { a: 2 }]],
    ['JSON documents over several lines', '---\n{\n"a": 1}\n---\n{"a":\n2}\n', [{ a: 1 }, { a: 2 }]],
    ['a document that says null', 'a: 1\n--- null\n', [{ a: 1 }, null]],
    ['a YAML list', '- a: 1\n- a: 2', [{ a: 1 }, { a: 2 }]],
    ['prototype keys', '{"__proto__": 1}', [JSON.parse('{"__proto__": 1}')]],
  ])('reads %s', (_, text, expected) => {
    expect(values(text)).toEqual(expected)
  })

  it.each([
    ['nothing', '  \n', 'no-tasks', undefined],
    ['a broken line', '{"a": 1}\n{"a": \n', 'unreadable-tasks', 2],
    ['broken YAML', 'a: 1\nb: [1', 'unreadable-tasks', 2],
    ['nothing but a comment', '# a: 1\n', 'no-tasks', undefined],
    ['empty documents', '---\n---\n', 'no-tasks', undefined],
    ['a broken second document', 'a: 1\n---\na: 2\na: 3\n', 'unreadable-tasks', 4],
    ['a second document that is no data', 'a: 1\n---\na: .inf\n', 'unreadable-tasks', 3],
    ['an anchor of another document', 'a: &x 1\n---\nb: *x\n', 'unreadable-tasks', 3],
    ['an alias of nothing', '*x', 'unreadable-tasks', 1],
    ['opened brackets', `a: 1\nb: ${'['.repeat(100_000)}`, 'unreadable-tasks', 2],
    ['lists in one line', '- '.repeat(100_000), 'unreadable-tasks', 1],
    ['keys that are no text', '? {a: 1}\n: 2', 'unreadable-tasks', undefined],
  ])('says what is wrong with %s', (_, text, code, line) => {
    expect(values(text)).toMatchObject([{ code, file: 'tasks', ...(line === undefined ? {} : { line }) }])
  })

  it('numbers tasks in the order of the text', () => {
    const read = readTasks('{}\n{}', 'x.ndjson')
    expect(read.ok && read.value.map(({ source, index }) => `${source} ${index}`)).toEqual(['x.ndjson 0', 'x.ndjson 1'])
  })

  it('never throws, and reads back any list of JSON values', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof readTasks(text, 's').ok === 'boolean'))
    fc.assert(
      fc.property(fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { minLength: 2 }), (tasks) => {
        const ndjson = tasks.map((task) => JSON.stringify(task)).join('\n')
        expect(values(ndjson)).toEqual(JSON.parse(JSON.stringify(tasks)))
      }),
    )
  })

  it.each([
    ['nests too deeply', `a: ${'['.repeat(5000)}${']'.repeat(5000)}`, /^The text nests too deeply/],
    ['leads back to itself', 'a: &a\n  b: *a\n', /an alias leads back to itself/],
  ])('says of a text that it %s', (_, text, words) => {
    const read = readTasks(text, 's')
    expect(read.ok ? [] : read.problems).toMatchObject([
      { code: 'unreadable-tasks', message: expect.stringMatching(words), file: 's' },
    ])
  })
})
