import { describe, expect, it } from 'vitest'
import { environmentFile } from './environmentFile'
import { readEnvironmentFile } from './testing/readEnvironmentFile'
import { sampleComposition, workerConfig } from './testing/sampleComposition'

const names = ['TOKEN', 'FOLDER', 'EXTRA', 'COUNT', 'MY-NAME', 'BELL']
const settings = Object.fromEntries(names.map((name) => [name, { $env: name }]))
const base = sampleComposition({ workerConfig: workerConfig({ settings, transforms: ['env'] }) })

describe('environmentFile', () => {
  it('gives the samples of the design and leaves the rest open', () => {
    const samples = { FOLDER: '/mnt/a b', EXTRA: { A: '1' }, COUNT: 3, OTHER: 'unused', BELL: 'a\u0007' }
    const text = environmentFile({ ...base, design: { ...base.design, samples } })
    expect(readEnvironmentFile(text)).toEqual({ FOLDER: '/mnt/a b', EXTRA: '{"A":"1"}', COUNT: '3' })
    expect(text).toContain('\n# TOKEN=\n')
    expect(text).toContain('\n# BELL=\n')
    expect(text).toContain('\n# "MY-NAME" cannot be set here')
  })

  it('says so where there are no variables', () => {
    expect(readEnvironmentFile(environmentFile(sampleComposition()))).toEqual({})
  })
})
