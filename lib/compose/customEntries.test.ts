import { describe, expect, it } from 'vitest'
import { isJsonObject } from '@/lib/base/json'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { parseCustomEntry } from '@/lib/catalog/parseCustomEntry'
import { recordScreen } from '@/lib/catalog/testing/recordScreen'
import { withCustomEntries } from '@/lib/catalog/withCustomEntries'
import { traceTask } from '@/lib/lifecycle/traceTask'
import { previewTasks } from '@/lib/preview/previewTasks'
import { readTasks } from '@/lib/preview/readTasks'
import { composeWorkerType } from './composeWorkerType'
import { exampleDesign } from './testing/exampleDesign'

const builtIn = loadCatalog()

function catalogWith(...texts: string[]) {
  return texts.reduce((catalog, text) => {
    const result = parseCustomEntry(text, catalog)
    if (!result.ok) throw new Error(JSON.stringify(result.problems))
    return withCustomEntries(catalog, [result.value])
  }, builtIn)
}

function verdict(engine: string, payload: object, config = {}) {
  const composition = composeWorkerType(exampleDesign(engine, { recordscreen: config }), catalogWith(recordScreen))
  const tasks = readTasks(JSON.stringify({ payload }), 'task.json')
  if (!tasks.ok) throw new Error('no tasks')
  return [...previewTasks(composition, tasks.value)][0]
}

const film = { recordScreen: { length: 60 } }
const onQemu = { image: 'https://example.com/image', command: ['true'], ...film }

describe('a plugin of an admin', () => {
  it('works where the engine has displays', () => {
    expect(verdict('qemu', onQemu)).toMatchObject({ ok: true })
    expect(verdict('qemu', onQemu, { maxLength: 30 })).toMatchObject({
      ok: false,
      errors: [{ path: '/recordScreen/length', restriction: { id: 'recordscreen/longest' } }],
    })
  })

  it('is restricted with the reason where it has not', () => {
    expect(verdict('native', { command: ['true'], ...film })).toMatchObject({
      ok: false,
      errors: [{ path: '/recordScreen', restriction: { id: 'recordscreen/recordScreen' } }],
    })
    const composition = composeWorkerType(exampleDesign('native', { recordscreen: {} }), catalogWith(recordScreen))
    expect(composition.restrictions).toMatchObject([
      { component: 'plugin recordscreen', missing: ['openDisplay'], paths: ['/recordScreen'] },
    ])
    expect(composition.matrix.rows.find(({ component }) => component === 'plugin recordscreen')?.cells).toMatchObject({
      qemu: { verdict: 'supported' },
      native: { verdict: 'refused' },
      script: { verdict: 'refused' },
    })
    expect(composition.documentation).toContain('recordScreen')
  })

  it.each(['constructor', 'toString', 'hasOwnProperty'])('may declare a property called %s', (name) => {
    const catalog = catalogWith(recordScreen.replaceAll('recordScreen', name).replace(`name: ${name}`, 'name: film'))
    const { baseSchema, effectiveSchema, provenance } = composeWorkerType(
      exampleDesign('qemu', { recordscreen: {} }),
      catalog,
    )
    expect(Object.entries(provenance)).toContainEqual([name, 'plugin recordscreen'])
    const properties = isJsonObject(baseSchema?.properties) ? Object.keys(baseSchema.properties) : []
    expect(properties).toContain(name)
    expect(effectiveSchema).toBeDefined()
  })
})

describe("a limit of an admin's plugin", () => {
  const record = `record:
      type: object
      title: Records
      properties: {log: {type: string}}`
  it.each([
    ['by name, ', 'log', 'additionalProperties: false'],
    [
      'by pattern',
      'X-Trace',
      "patternProperties: {'^X-[A-Za-z]+$': {type: string}}\n      additionalProperties: false",
    ],
    ['by several patterns', 'X-Trace', "patternProperties: {'^X-': {type: string}, 'e$': {minLength: 1}}"],
    ['as an additional one', 'other', 'additionalProperties: {type: string}'],
    ['as anything', 'other', 'additionalProperties: true'],
  ])('holds for a property that comes in %s', (_, name, rest) => {
    const text = recordScreen
      .replace(
        '  properties:\n    recordScreen:',
        () => `  properties:\n    ${record}\n      ${rest}\n    recordScreen:`,
      )
      .replace(
        'limits:',
        `limits:\n  - {id: short, title: Short, reason: it is so, kind: refused, overlay: {properties: {record: {properties: {${name}: {maxLength: 4}}}}}}`,
      )
    const composition = composeWorkerType(exampleDesign('qemu', { recordscreen: {} }), catalogWith(text))
    const payload = (value: string) => ({ image: 'https://a.b/c', command: ['true'], record: { [name]: value } })
    const tasks = ['long', 'too long'].map((value, index) => ({ source: 'test', index, value: payload(value) }))
    const [short, long] = [...previewTasks(composition, tasks)]
    expect(short).toMatchObject({ ok: true })
    expect(long).toMatchObject({ ok: false, errors: [{ restriction: { id: 'recordscreen/short' } }] })
    const { resolution } = traceTask(composition, catalogWith(text), { payload: payload('too long') })
    expect(resolution.reasons).toEqual([expect.stringContaining('malformed-payload: it is so')])
  })
})

describe('what a configuration makes of a template', () => {
  const pattern = recordScreen
    .replace('maxLength: {type', 'pattern: {type: string, default: a}\n    maxLength: {type')
    .replace(
      'title: Record the screen',
      'propertyNames: {$if: "\'pattern\' in config", then: {pattern: {$eval: config.pattern}}}',
    )

  it('is checked where nobody could try it out before', () => {
    const catalog = catalogWith(pattern)
    const fine = composeWorkerType(exampleDesign('qemu', { recordscreen: { pattern: '^[a-z]+$' } }), catalog)
    expect(fine.effectiveSchema).toBeDefined()
    const broken = composeWorkerType(exampleDesign('qemu', { recordscreen: { pattern: '(?=a)' } }), catalog)
    expect(broken.effectiveSchema).toBeUndefined()
    expect(broken.problems.filter(({ severity }) => severity === 'error')).toMatchObject([
      { code: 'catalog-entry-broken', message: expect.stringContaining('looks ahead or behind, which RE2 cannot do.') },
    ])
  })

  it('is bounded together with the others', () => {
    const large = (name: string) =>
      recordScreen
        .replaceAll('recordScreen', name)
        .replaceAll('recordscreen', name)
        .replace('title: Record the screen', `title: ${'x'.repeat(60_000)}`)
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((letter) => `film${letter}`)
    const plugins = Object.fromEntries(names.map((name) => [name, {}]))
    const { problems } = composeWorkerType(exampleDesign('qemu', plugins), catalogWith(...names.map(large)))
    expect(problems.filter(({ severity }) => severity === 'error')).toMatchObject([{ code: 'schema-too-large' }])
  })
})
