import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadCatalog } from './loadCatalog'
import { parseCustomEntry } from './parseCustomEntry'
import { recordScreen } from './testing/recordScreen'
import { withCustomEntries } from './withCustomEntries'

const catalog = loadCatalog()
const worker = catalog.workers['taskcluster-worker']
if (worker === undefined) throw new Error('there is no taskcluster-worker')
const native = readFileSync('engine-catalog/taskcluster-worker/native.yml', 'utf8')

/** What is said about the entry with one part replaced, as `line path: message`. */
function mistakes(from: string | RegExp, to: string, entry = recordScreen): string[] {
  const text = entry.replace(from, () => to)
  expect(text).not.toBe(entry)
  return spoken(text)
}

function spoken(text: string): string[] {
  const result = parseCustomEntry(text, catalog, 'upload.yml')
  expect(result.ok).toBe(result.problems.length === 0)
  return result.problems.map(({ line, path, message }) => `${line} ${path}: ${message}`)
}

describe('parseCustomEntry', () => {
  it('accepts a plugin and an engine of an admin', () => {
    expect(parseCustomEntry(recordScreen, catalog)).toMatchObject({ ok: true, value: { name: 'recordscreen' } })
    const engine = native.replace('name: native', 'name: my_native-2')
    expect(parseCustomEntry(engine, catalog)).toMatchObject({
      ok: true,
      value: { kind: 'engine', name: 'my_native-2' },
    })
  })

  it.each(
    ['engine', 'plugin'].flatMap((kind) =>
      readdirSync(join(`${kind}-catalog`, 'taskcluster-worker'))
        .filter((name) => name !== 'worker.yml')
        .map((name) => [kind, name] as const),
    ),
  )('holds the built-in %s %s to the same rules', (kind, file) => {
    const text = readFileSync(join(`${kind}-catalog`, 'taskcluster-worker', file), 'utf8')
    const custom = { workers: { [worker.worker.name]: { ...worker, custom: [`${kind} ${file.replace('.yml', '')}`] } } }
    expect(parseCustomEntry(text, custom).problems).toEqual([])
  })

  it.each<[string, string | RegExp, string, string]>([
    ['a name that is a path', 'name: recordscreen', 'name: ../../etc/passwd', '3 name: This has not the form'],
    ['a name with capitals', 'name: recordscreen', 'name: RecordScreen', '3 name: This has not the form'],
    ['a name that is no text', 'name: recordscreen', 'name: {a: b}', '3 name: This has to be of type string.'],
    ['a reserved name', 'name: recordscreen', 'name: disabled', '3 name: The name disabled means something else'],
    ['a prototype name', 'name: recordscreen', 'name: constructor', '3 name: The name constructor means something'],
    ['a long name', 'name: recordscreen', `name: ${'a'.repeat(65)}`, '3 name: A name has at most 64 characters.'],
    [
      'the name of a built-in plugin',
      'name: recordscreen',
      'name: env',
      '3 name: There is a plugin called env already',
    ],
    ['another worker', /taskcluster-worker/, 'other-worker', '2 worker: There is no worker called other-worker.'],
    ['no plugin at all', 'kind: plugin', 'kind: worker', '1 '],
    [
      'an unknown engine feature',
      'openDisplay',
      'openDoor',
      'The worker taskcluster-worker has no engine feature openDoor.',
    ],
    [
      'a property of a plugin',
      /recordScreen:\n {6}type/,
      'env:\n      type',
      '17 payloadSchema.properties.env: The payload property env belongs to plugin env.',
    ],
    [
      'a property of engines',
      /recordScreen:\n {6}type/,
      'command:\n      type',
      'command belongs to engine docker, engine native, engine qemu.',
    ],
    [
      'a property of the worker',
      /recordScreen:\n {6}type/,
      'supersederUrl:\n      type',
      'supersederUrl belongs to worker taskcluster-worker.',
    ],
    [
      'a prototype key',
      'title: Length',
      '__proto__: {a: 1}',
      '26 payloadSchema.properties.recordScreen.properties.length.__proto__: Nothing can be called __proto__.',
    ],
    [
      'no number',
      'minimum: 1\n',
      'minimum: .nan\n',
      '25 payloadSchema.properties.recordScreen.properties.length.minimum: This is no number',
    ],
    [
      'a reference to elsewhere',
      '{type: boolean, title: Allow sound}',
      '{$ref: "https://example.com/a"}',
      '13 configSchema.properties.allowSound.$ref: Refers to "https://example.com/a", which is another document',
    ],
    [
      'a reference in the payload',
      '{type: boolean, title: With sound}',
      '{$$ref: "#/properties/env"}',
      'There is no $ref here, because the schema is joined with others.',
    ],
    [
      'a keyword that no worker looks at',
      'payloadSchema:\n  type: object',
      'payloadSchema:\n  type: object\n  minProperties: 1',
      '16 payloadSchema.minProperties: The worker does not look at minProperties here',
    ],
    [
      'an open payload',
      'payloadSchema:\n  type: object',
      'payloadSchema:\n  type: object\n  additionalProperties: true',
      '16 payloadSchema.additionalProperties: The worker does not look at additionalProperties here',
    ],
    [
      'a payload that is no object',
      'payloadSchema:\n  type: object',
      'payloadSchema:\n  type: array',
      '14 payloadSchema: The payload schema has to be of `type: object`',
    ],
    [
      'a pattern that looks ahead',
      'title: Length',
      "pattern: '^(?=a)'",
      '26 payloadSchema.properties.recordScreen.properties.length.pattern: The pattern `^(?=a)` looks ahead',
    ],
    ['a huge pattern', 'title: Length', `pattern: '${'a'.repeat(1001)}'`, 'A pattern has at most 1000 characters.'],
    [
      'many large patterns',
      'title: Length',
      `allOf: [${Array.from({ length: 30 }, (_, i) => `{pattern: 'a{1000}b{${i}}'}`).join(', ')}]`,
      'The patterns of this schema are too large together.',
    ],
    [
      'a keyword with a wrong value',
      'title: Length',
      'minLength: many',
      'minLength: Must be an integer, is the string "many".',
    ],
    [
      'an overlay that is no schema',
      '{maximum: {$eval: config.maxLength}}',
      '{maximum: {$eval: "str(config.maxLength)"}}',
      'limits[0].overlay.properties.recordScreen.properties.length.maximum: Must be a number',
    ],
    [
      'a configuration that is no object',
      /configSchema:\n {2}type: object/,
      'configSchema:\n  type: array',
      '8 configSchema: A configuration is an object',
    ],
    [
      'a configuration that cannot be',
      'type: integer, minimum: 1, title: Longest',
      'type: integer, minimum: 1, maximum: 0, title: Longest',
      '',
    ],
  ])('says what is wrong with %s', (_, from, to, expected) => {
    const found = mistakes(from, to)
    if (expected === '') expect(found).toEqual([])
    else expect(found.join('\n')).toContain(expected)
  })

  it.each<[string, string, string]>([
    [
      'a name that nobody knows',
      'nothing.there',
      '28 payloadSchema.properties.recordScreen.properties.sound.$if: Nothing is called nothing here.',
    ],
    ['the process', 'process.env', 'Nothing is called process here.'],
    ['the prototype', "config['__proto__'] == null", ''],
    ['a constructor', "config.constructor.constructor('return 1')()", 'object has no property "constructor"'],
    ['a function of the context', 'config.toString()', 'object has no property "toString"'],
    [
      'a wrong spelling',
      'config.allowSound &&',
      '28 payloadSchema.properties.recordScreen.properties.sound.$if: This is no expression of JSON-e: ',
    ],
    [
      'an absent member',
      'config.allowSound',
      'cannot be rendered with the configuration {}: object has no property "allowSound".',
    ],
    ['an absent setting', 'settings.webHookServer', 'object has no property "webHookServer".'],
    ['a range', 'range(0, 1000000000)', 'The function range is not for entries of your own.'],
    ['an alias of range', "len(split('a', 'b')) == 1 || range", 'Nothing is called range here.'],
    ['a comparison of apples and pears', "'a' < 1", 'infix: < expects numbers/strings < numbers/strings.'],
  ])('says in which line an expression has %s', (_, expression, expected) => {
    const found = mistakes("'allowSound' in config && config.allowSound", expression)
    if (expected === '') expect(found).toEqual([])
    else expect(found.join('\n')).toContain(expected)
  })

  it.each<[string, string, string]>([
    [
      'goes over a list',
      '{$map: {$eval: "range(0, 1000000000)"}, each(x): {a: 1}}',
      '$map is not for entries of your own',
    ],
    ['folds a list', '{$reduce: [1], initial: 0, each(a, x): {$eval: a}}', '$reduce is not for entries'],
    ['turns a list of the configuration round in place', '{$reverse: {$eval: config}}', '$reverse is not for entries'],
    ['sorts', '{$sort: [2, 1]}', '$sort is not for entries'],
    ['has an operator that there is not', '{$include: /etc/passwd}', 'There is no operator $include.'],
    ['has two operators', '{$eval: config, $if: config}', 'An object has one operator, not $eval and $if together.'],
    ['takes its names from elsewhere', '{$let: {$eval: config}, in: {}}', '$let takes an object of names, written out'],
  ])('refuses a template that %s', (_, template, expected) => {
    expect(mistakes('{type: boolean, title: With sound}', template).join('\n')).toContain(expected)
  })

  it('shows descriptions as they are', () => {
    const html = '<script>alert(1)</script><img src=x onerror=alert(1)> [a](javascript:alert(1))'
    const result = parseCustomEntry(recordScreen.replace('Records the display of a task.', `'${html}'`), catalog)
    expect(result).toMatchObject({ ok: true, value: { description: html } })
  })

  it('does not let a version of a custom entry stand in its own way', () => {
    const first = parseCustomEntry(recordScreen, catalog)
    if (!first.ok) throw new Error('not accepted')
    const extended = withCustomEntries(catalog, [first.value])
    expect(parseCustomEntry(recordScreen.replace('1.0.0', '1.1.0'), extended)).toMatchObject({ ok: true })
    const other = parseCustomEntry(recordScreen.replace('name: recordscreen', 'name: film'), extended)
    expect(other.problems).toMatchObject([
      { code: 'property-taken', message: 'The payload property recordScreen belongs to plugin recordscreen.' },
    ])
  })

  it('lets an engine have properties of other engines, but not those of plugins', () => {
    const engine = native.replace('name: native', 'name: mine').replace('    context:', '    env:')
    expect(spoken(engine)).toEqual([expect.stringContaining('The payload property env belongs to plugin env.')])
  })
})
