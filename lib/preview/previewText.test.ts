import { describe, expect, it } from 'vitest'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { composeWorkerType } from '@/lib/compose/composeWorkerType'
import { exampleDesign } from '@/lib/compose/testing/exampleDesign'
import { type PreviewSummary, previewText } from './previewText'

const composition = composeWorkerType(exampleDesign('native', { env: {} }), loadCatalog())
const always = { outOfTime: () => false, onProgress: () => undefined }
const text = JSON.stringify([{ command: 1 }, { command: ['a'] }, { command: ['b'] }, { command: ['c'] }])

describe('previewText', () => {
  it('counts all, and puts those that do not run among the others in order', () => {
    const { counts, verdicts } = previewText(composition, text, always)
    expect(counts).toEqual({ all: 4, runs: 3, refused: 1, fails: 0, undecided: 0 })
    expect(verdicts.map(({ index, ok }) => [index, ok])).toEqual([
      [0, false],
      [1, true],
      [2, true],
      [3, true],
    ])
  })

  it('neither accepts nor refuses what there was no time for', () => {
    let looked = 0
    const { counts, verdicts } = previewText(composition, text, { ...always, outOfTime: () => ++looked === 2 })
    expect(counts).toEqual({ all: 4, runs: 1, refused: 1, fails: 0, undecided: 2 })
    expect(verdicts).toHaveLength(2)
  })

  it('tells how far it is, from the first moment on', () => {
    const told: PreviewSummary['counts'][] = []
    previewText(composition, text, { ...always, onProgress: (summary) => told.push(summary().counts) })
    expect(told.map((counts) => counts?.undecided)).toEqual([4, 3, 2, 1, 0])
  })

  it('has problems for what is no task, and for a design without a schema', () => {
    expect(previewText(composition, ' ', always)).toMatchObject({ problems: [{ code: 'no-tasks' }], verdicts: [] })
    expect(previewText(undefined, text, always)).toMatchObject({ problems: [{ code: 'no-payload-schema' }] })
  })
})
