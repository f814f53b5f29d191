import { execFileSync } from 'node:child_process'
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

  it('means to a shell what it means to systemd', () => {
    const samples = { TOKEN: 'a"b\'c\\', FOLDER: '$HOME/`id`\n#x', EXTRA: ['#', ';'], COUNT: 0 }
    const text = environmentFile({ ...base, design: { ...base.design, samples } })
    const print = Object.keys(samples).map((name) => `"$${name}"`)
    const output = execFileSync('sh', { input: `${text}\nprintf '%s\\0' ${print.join(' ')}`, encoding: 'utf8' })
    const expected = { TOKEN: 'a"b\'c\\', FOLDER: '$HOME/`id`\n#x', EXTRA: '["#",";"]', COUNT: '0' }
    expect(output.split('\0').slice(0, -1)).toEqual(Object.values(expected))
    expect(readEnvironmentFile(text)).toEqual(expected)
  })

  it('has no line of its own for a name that tries to make one', () => {
    const settings = { a: { $env: 'A\nEVIL=1' }, b: { $env: '__proto__' } }
    const composition = sampleComposition({ workerConfig: workerConfig({ settings, transforms: ['env'] }) })
    expect(readEnvironmentFile(environmentFile(composition))).toEqual({})
    expect(environmentFile(composition)).toContain('# __proto__=')
  })
})
