import { afterAll, describe, expect, it } from 'vitest'
import type { JsonObject } from '@/lib/base/json'
import { readRecording } from '@/lib/base/testing/recordings'
import { samplePayload } from '@/lib/schema/sample/samplePayload'
import { closeLanes } from '@/lib/thread/lanes'
import { schemaProblems } from './checkDeclaration'
import { payloadDecider } from './payloadDecider'

afterAll(closeLanes)

const list = (count: number) => Array.from({ length: count }, (_, i) => i)
const alternatives = (count: number): JsonObject => ({
  properties: { list: { items: { anyOf: list(count).map((i) => ({ const: -1 - i })) } } },
})
const pool = { ask: async () => ({ answered: false as const, why: 'out-of-time' as const }) }
const sha256 = (schema: JsonObject) => JSON.stringify(schema)
const unusedPool = {
  ask: async () => {
    throw new Error('nobody should ask a thread')
  },
}

describe('payloadDecider', () => {
  it('decides here what is small', () => {
    const decide = payloadDecider({ maxProperties: 0 }, 'small', { pool: unusedPool })
    expect(decide({})).toEqual({ violations: [], heavy: false })
    expect(decide({ a: 1 })).toMatchObject({ violations: [{ keyword: 'maxProperties' }], heavy: false })
  })

  it.each([
    ['a payload', alternatives(300), { list: list(500) }],
    ['a schema', alternatives(4800), { list: [-1, 2] }],
  ])('decides in a thread where %s is large, and says the same', async (_, schema, payload) => {
    const decide = payloadDecider(schema, sha256(schema), { budget: 60_000 })
    const { violations, heavy } = await decide(payload)
    expect(heavy).toBe(true)
    expect(violations[0]).toMatchObject({ path: expect.stringMatching(/^\/list\/\d+$/), keyword: 'anyOf' })
    const good = await decide({ list: list(500).map(() => -1) })
    expect(good).toMatchObject({ violations: [] })
  })

  it('decides ordinary payloads here, small and large', () => {
    const read = (name: string) => readRecording(`taskcluster-worker/accepted/docker-standard.${name}`)
    const schema: JsonObject = JSON.parse(read('schema.json'))
    const decide = payloadDecider(schema, 'docker-standard', { pool: unusedPool })
    const payload = samplePayload(schema, { size: 'typical' })
    for (const lines of [1, 10, 1000]) {
      const command = ['/bin/bash', '-c', ...list(lines).map((i) => `echo step ${i} of a task like many others`)]
      expect(decide({ ...Object(payload), command })).toEqual({ violations: [], heavy: false })
    }
  })

  it('accepts nothing that was not decided', async () => {
    const schema = alternatives(300)
    const decide = payloadDecider(schema, sha256(schema), { pool })
    const { violations, heavy } = await decide({ list: list(500) })
    expect(heavy).toBe(true)
    expect(violations).toMatchObject([{ path: '', keyword: 'time' }])
    expect(violations[0]?.message).toContain('longer than 2 seconds')
    const real = payloadDecider(schema, sha256(schema), { budget: 1 })
    expect(await real({ list: list(500) })).toMatchObject({ violations: [{ keyword: 'time' }] })
  })
})

describe('schemaProblems', () => {
  it('finds the same in small and in large schemas', async () => {
    expect(await schemaProblems({ type: 1 })).not.toEqual([])
    expect(await schemaProblems({ ...alternatives(4800), type: 1 })).toEqual(await schemaProblems({ type: 1 }))
    expect(await schemaProblems(alternatives(4800))).toEqual([])
  })
})
