import { describe, expect, it } from 'vitest'
import { loadCatalog } from './loadCatalog'
import { parseCustomEntry } from './parseCustomEntry'
import { recordScreen } from './testing/recordScreen'

const catalog = loadCatalog()

/** Seconds of this process, whatever else the machine does meanwhile. */
function seconds(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

const doubling = Array.from({ length: 40 }, (_, i) => `{$let: {a${i + 1}: {$eval: "[a${i}, a${i}]"}}, in: `).join('')
const bomb = [
  'a0: &a0 [x, x, x, x, x, x, x, x, x]',
  ...Array.from({ length: 12 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(', ')}]`),
].join('\n')
const inSound = (template: string) => recordScreen.replace('{type: boolean, title: With sound}', () => template)
/** An interpolation of JSON-e. */
const hole = (expression: string) => `$\{${expression}}`
const many = (count: number, text: (i: number) => string) => Array.from({ length: count }, (_, i) => text(i)).join('')

describe('an attack', () => {
  it.each<[string, string, string | undefined]>([
    ['a bomb of aliases', bomb, 'Excessive alias count'],
    [
      'a bomb inside an entry',
      `${recordScreen}\nlimit: &l [${'x, '.repeat(20_000)}]\nnotices: [${'*l, '.repeat(90)}]`,
      'has more than 12000 words',
    ],
    ['a quieter bomb', `${recordScreen}x: &l ${'x'.repeat(20_000)}\ny: [${'*l, '.repeat(90)}]`, 'larger than 512 KB'],
    ['5 MB of text', `# ${'x'.repeat(5_000_000)}\n${recordScreen}`, 'has 4,885 KB; at most 256 KB are read'],
    ['5 MB of brackets', '['.repeat(5_000_000), 'at most 256 KB'],
    ['deep brackets', '['.repeat(250_000), 'nests too deeply'],
    ['deep lists', '- '.repeat(125_000), 'nests too deeply'],
    ['deep keys', '? '.repeat(125_000), 'nests too deeply'],
    ['deep members', many(190, (i) => `${' '.repeat(i)}a:\n`), 'nests deeper than 40 levels'],
    ['keys that are maps', many(30, () => '{? ') + many(30, () => '}'), ''],
    ['many keys', many(30_000, (i) => `a${i}:\n`), 'has more than 12000 words'],
    ['many members', `${recordScreen}x: {${many(2000, (i) => `a${i}, `)}}`, 'has more than 1000 members'],
    ['many mistakes', `${recordScreen}${many(900, (i) => `x${i}: 1\n`)}`, 'There is no member x0 here.'],
    ['closing brackets', '}'.repeat(250_000), 'has more than 12000 words'],
    ['long spaces', `a: b${' '.repeat(250_000)}c`, ''],
    ['names that double', inSound(`{$let: {a0: x}, in: ${doubling}{$eval: a40}${'}'.repeat(41)}`), ''],
    [
      'names that double a few times',
      inSound(`{$let: {a0: x}, in: ${doubling.split('{$let').slice(0, 25).join('{$let')}{$eval: a24}${'}'.repeat(25)}`),
      'can make too much',
    ],
    [
      'texts that double',
      inSound(
        `{title: {$let: {a: '${hole('config.a').repeat(60)}'}, in: {$let: {b: '${hole('a').repeat(60)}'}, in: '\${b}'}}}`,
      ),
      'can make too much',
    ],
    [
      'many expressions',
      inSound(`{description: '${hole('1').repeat(5000)}'}`),
      'at most 300 expressions; here are 5004',
    ],
    ['a long expression', inSound(`{description: {$eval: '${'1+'.repeat(5000)}1'}}`), 'at most 2000 characters'],
    ['deep parentheses', inSound(`{minimum: {$eval: '${'('.repeat(990)}1${')'.repeat(990)}'}}`), ''],
    ['a pattern that doubles its work', inSound(`{type: string, pattern: '^(a+)+$'}`), undefined],
    ['a large repetition', inSound(`{type: string, pattern: '((a{100}){100}){100}'}`), 'repeats more than 1000 times'],
    [
      'many switches',
      recordScreen
        .replace('allowSound:', () => `${many(60, (i) => `s${i}: {type: boolean}\n    `)}allowSound:`)
        .replace(
          "'allowSound' in config",
          () => `${many(60, (i) => `!('s${i}' in config) || `)}'allowSound' in config`,
        ),
      'more than 24 members of the configuration',
    ],
    [
      'switches that all matter',
      recordScreen
        .replace('allowSound:', () => `${many(20, (i) => `s${i}: {enum: [1, 2, 3, 4, 5, 6]}\n    `)}allowSound:`)
        .replace(
          "'allowSound' in config",
          () => `${many(20, (i) => `!('s${i}' in config) || `)}'allowSound' in config`,
        ),
      undefined,
    ],
    [
      'choices within choices',
      recordScreen.replace(
        '{type: boolean, title: Allow sound}',
        `${many(9, () => '{anyOf: [{allOf: [{type: string}]}, ')}{type: string}${many(9, () => ']}')}`,
      ),
      '',
    ],
    [
      'a circle of references',
      recordScreen.replace('{type: boolean, title: Allow sound}', '{$ref: "#/properties/allowSound"}'),
      'Comes back to itself',
    ],
    [
      'references that double',
      recordScreen
        .replace(
          'configSchema:\n',
          () =>
            `configSchema:\n  definitions:\n${many(30, (i) => `    d${i}: {type: object, required: [x, y], properties: {x: {$ref: '#/definitions/d${i + 1}'}, y: {$ref: '#/definitions/d${i + 1}'}}}\n`)}    d30: {type: string}\n`,
        )
        .replace('{type: boolean, title: Allow sound}', "{$ref: '#/definitions/d0'}"),
      '',
    ],
    [
      'a large minimum',
      recordScreen.replace('{type: boolean, title: Allow sound}', '{type: array, minItems: 1000000000}'),
      undefined,
    ],
    [
      'many large shapes',
      recordScreen.replace(
        'title: Record the screen',
        `description: "\${str('allowSound' in config)}\${str('maxLength' in config)} ${'x'.repeat(60_000)}"`,
      ),
      undefined,
    ],
    ['binary data', '\u0000\u0001\ufffd'.repeat(1000), ''],
    ['nothing', '', 'This has to be of type object.'],
  ])('by %s is answered in words, in less than a second', (_, text, expected) => {
    let problems: string[] = []
    const spent = seconds(() => {
      problems = parseCustomEntry(text, catalog).problems.map(
        ({ line, path, message }) => `${line} ${path}: ${message}`,
      )
    })
    if (expected === undefined) expect(problems).toEqual([])
    else expect(problems.join('\n')).toContain(expected)
    if (expected !== undefined && expected !== '') expect(problems.length).toBeGreaterThan(0)
    expect(spent).toBeLessThan(1)
  })
})
