import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordScreen } from '@/lib/catalog/testing/recordScreen'
import { findThreadFile } from './lanes'
import type { operations } from './operations'
import { createThreadPool, type Pool } from './pool'

let pool: Pool<typeof operations>
beforeAll(() => {
  pool = createThreadPool({ file: findThreadFile, startLimit: 60_000 })
})
afterAll(() => pool.close())

const budget = 30_000
const document = readFileSync(new URL('../../docs/tour/native.yml', import.meta.url), 'utf8')
const subject = { document }
const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n')

/** The answer of an operation that has one. */
async function answerOf<A>(
  asked: Promise<{ answered: true; value: A } | { answered: false; why: string }>,
): Promise<A> {
  const outcome = await asked
  if (!outcome.answered) throw new Error(outcome.why)
  return outcome.value
}

describe('operations answer as their rooms do', () => {
  it('compose', async () => {
    const { composition, problems } = await answerOf(pool.ask('compose', subject, { budget }))
    expect(composition).toMatchObject({ engine: 'native', provisionerId: 'proj-tour' })
    expect(composition?.documentation).toContain('proj-tour/native-1')
    expect(composition?.matrix.engines).toContain('docker')
    expect(problems.every(({ line }) => line !== undefined)).toBe(true)
    const bad = await answerOf(pool.ask('compose', { document: 'plugins: [' }, { budget }))
    expect(bad).toMatchObject({ problems: [{ code: 'unreadable-yaml' }] })
    expect(bad.composition).toBeUndefined()
  })

  it('compose with custom entries, of which those count that came last', async () => {
    const parsed = await answerOf(pool.ask('parseEntry', { text: recordScreen }, { budget }))
    if (!parsed.ok) throw new Error(parsed.problems[0]?.message)
    const withIt = document.replace('plugins:', 'plugins:\n  recordscreen: {}')
    const ask = async (base: { id: string; value: unknown }) =>
      (await answerOf(pool.ask('compose', { document: withIt }, { budget, base }))).problems.map(({ code }) => code)
    expect(await ask({ id: 'some', value: [parsed.value] })).not.toContain('unknown-plugin')
    expect(await ask({ id: 'none', value: [] })).toContain('unknown-plugin')
    const report = pool.ask('testEntry', { entry: parsed.value, text: recordScreen }, { budget })
    expect(await answerOf(report)).toMatchObject({ contradictions: [], counterpart: 'a made-up engine' })
  })

  it('preview, trace, examples, replay', async () => {
    const [[, task] = []] = await answerOf(pool.ask('examples', { subject }, { budget }))
    const text = JSON.stringify([task, { caches: [], command: 1 }])
    expect(await answerOf(pool.ask('preview', { subject, text }, { budget }))).toMatchObject({
      counts: { all: 2, runs: 1, refused: 1, fails: 0, undecided: 0 },
    })
    const traced = await answerOf(pool.ask('trace', { subject, text, fails: false }, { budget }))
    expect(traced).toMatchObject({ ok: true, value: { tasks: 2, refusals: [] } })
    const schemas = { old: {}, next: { maxProperties: 0 } }
    expect(await answerOf(pool.ask('replay', { text: '{"a": 1}', ...schemas }, { budget }))).toMatchObject({
      value: { counts: { stops: 1 } },
    })
  })

  it('three ways, as many as anybody reads', async () => {
    const typed = (type: string) => ({
      properties: Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`p${i}`, { type }])),
    })
    const schemas = { base: typed('string'), theirs: typed('number'), ours: typed('string') }
    const { changes, more } = await answerOf(pool.ask('threeWay', schemas, { budget: 60_000 }))
    expect(changes[0]).toMatchObject({ path: '/p0', by: 'theirs', base: 'string', theirs: 'number' })
    expect([changes.length, more]).toEqual([300, 700])
  })

  it('import, bundle, identity', async () => {
    const made = await answerOf(pool.ask('bundle', { subject, formats: ['zip'], toolVersion: '1.0.0' }, { budget }))
    if (!made.ok) throw new Error(made.problems[0]?.message)
    expect(made.value.name).toBe('proj-tour-native-1')
    expect(made.value.files.zip?.length).toBeGreaterThan(1000)
    expect((await answerOf(pool.ask('inspectDraft', subject, { budget }))).identity).toEqual({
      provisionerId: 'proj-tour',
      workerType: 'native-1',
    })
    const imported = await answerOf(pool.ask('importDocument', { text: '{"engine": 1}' }, { budget }))
    expect(imported.ok).toBe(false)
  })
})

const hostile: [string, (budget: number) => Promise<unknown>][] = [
  [
    'a design of 4 MB',
    (budget) => pool.ask('compose', { document: lines(200_000, (i) => `k${i}: [a, {b: ${i}}]`) }, { budget }),
  ],
  [
    'a design of 100,000 plugins',
    (budget) =>
      pool.ask(
        'compose',
        { document: document.replace('plugins:', `plugins:\n${lines(100_000, (i) => `  p${i}: {}`)}`) },
        { budget },
      ),
  ],
  [
    'a configuration of 100,000 settings',
    (budget) =>
      pool.ask('importDocument', { text: `config:\n${lines(100_000, (i) => `  k${i}: {a: ${i}}`)}` }, { budget }),
  ],
  [
    'schemas that have next to nothing in common',
    (budget) => {
      const pick = (i: number) => ({
        anyOf: Array.from({ length: 9 }, (_, k) => ({ properties: { [`p${i}${k}`]: { minLength: i + k } } })),
      })
      const endless = (count: number) => ({ allOf: Array.from({ length: count }, (_, i) => pick(i)) })
      const document = lines(200_000, (i) => `{"p${i % 9}": "${i}"}`)
      return pool.ask('replay', { text: document, old: endless(40), next: endless(39) }, { budget })
    },
  ],
]

describe('what a stranger wrote', () => {
  it.each(hostile)('is ended when its time is up, and holds up nobody else: %s', async (_, ask) => {
    const other = createThreadPool<typeof operations>({ file: findThreadFile, startLimit: 60_000 })
    const identity = { answered: true, value: { identity: { workerType: 'native-1' } } }
    await other.ask('inspectDraft', { document }, { budget })
    let ended = false
    const running = ask(budget).finally(() => {
      ended = true
    })
    for (let i = 0; i < 3; i++)
      expect(await other.ask('inspectDraft', { document }, { budget })).toMatchObject(identity)
    expect(ended).toBe(false)
    await Promise.all([pool.close(), other.close()])
    expect(await running).toMatchObject({ answered: false, why: 'ended' })
    expect(await ask(20)).toMatchObject({ answered: false, why: 'out-of-time' })
    expect(await pool.ask('inspectDraft', { document }, { budget })).toMatchObject(identity)
  })
})
