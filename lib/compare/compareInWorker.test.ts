import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { JsonValue } from '../base/json'
import { type Comparer, createComparer } from './compareInWorker'

let folder: string
let comparer: Comparer

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'compare-'))
  const outfile = join(folder, 'compareWorker.mjs')
  await build({ entryPoints: ['lib/compare/worker.ts'], outfile, bundle: true, platform: 'node', format: 'esm' })
  comparer = createComparer({ workerFile: outfile })
})
afterAll(async () => {
  await comparer.close()
  await rm(folder, { recursive: true })
})

/** Alternatives that have next to nothing in common: to tell them apart takes for ever. */
function endless(count: number): JsonValue {
  const pick = (i: number) => ({
    anyOf: Array.from({ length: 9 }, (_, k) => ({ properties: { [`p${i}${k}`]: { minLength: i + k } } })),
  })
  return { type: 'object', allOf: Array.from({ length: count }, (_, i) => pick(i)) }
}

describe('comparing in a thread', () => {
  it('answers as compareSchemas does', async () => {
    const { forward, backward, changes } = await comparer.compare({ maximum: 2 }, { maximum: 1 })
    expect(forward).toMatchObject({ verdict: 'refuted', witness: 2 })
    expect(backward).toEqual({ verdict: 'proved', rule: 'no value' })
    expect(changes).toHaveLength(1)
  })

  it('does one comparison after the other', async () => {
    const all = [1, 2, 3, 4].map((maximum) => comparer.compare({ maximum: 3 }, { maximum }))
    expect((await Promise.all(all)).map(({ forward }) => forward.verdict)).toEqual([
      'refuted',
      'refuted',
      'proved',
      'proved',
    ])
  })

  it('is undecided when the time is up, and goes on', async () => {
    const start = performance.now()
    const { forward } = await comparer.compare(
      endless(40),
      { ...Object(endless(39)), maxProperties: 50 },
      { budget: 300 },
    )
    expect(performance.now() - start).toBeLessThan(2000)
    expect(['undecided', 'refuted']).toContain(forward.verdict)
    expect((await comparer.compare(true, false)).forward.verdict).toBe('refuted')
  })

  it('ends a thread that does not answer in time', async () => {
    const deaf = join(folder, 'deaf.mjs')
    await build({ stdin: { contents: 'process.on; for (;;) {}' }, outfile: deaf, format: 'esm' })
    const hard = createComparer({ workerFile: deaf })
    const { forward, changes } = await hard.compare(true, false, { budget: 50 })
    expect(forward).toEqual({ verdict: 'undecided', place: '', reason: 'the time was up' })
    expect(changes.map(({ effect }) => effect)).toEqual(['undecided'])
    await hard.close()
  })

  it('leaves nobody waiting when it is closed', async () => {
    const other = createComparer({ workerFile: join(folder, 'compareWorker.mjs') })
    const waiting = [other.compare(1, 2), other.compare(true, true)]
    await other.close()
    for (const { forward } of await Promise.all(waiting)) expect(forward.verdict).toBe('undecided')
  })
})
