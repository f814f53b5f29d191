import { describe, expect, it } from 'vitest'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import type { Design } from '@/lib/compose/design/design'
import { resolveDesign } from '@/lib/compose/resolve/resolveDesign'
import { exampleDesign } from '@/lib/compose/testing/exampleDesign'
import { checkVersions } from './checkVersions'

function check(catalog: Design['catalog'], members: Partial<Design> = {}) {
  const design = exampleDesign(
    'native',
    { env: {}, cache: {} },
    { ...members, ...(catalog === undefined ? {} : { catalog }) },
  )
  const resolved = resolveDesign(design, loadCatalog())
  if (!resolved.ok) throw new Error('unresolved')
  return checkVersions(resolved.value)
}

describe('checkVersions', () => {
  it.each<[string, Design['catalog']]>([
    ['no pins', undefined],
    [
      'the versions of the catalog',
      { 'worker taskcluster-worker': '1.0.0', 'engine native': '1.0.0', 'plugin env': '1.0.0' },
    ],
    ['pins of what is not used', { 'engine docker': '9.0.0', 'plugin artifacts': '9.0.0', 'plugin nosuch': '9.0.0' }],
    ['no pin of what is used', {}],
  ])('has nothing to say of %s', (_, pins) => {
    expect(check(pins)).toEqual([])
  })

  it('warns of every entry that has changed, newer or older', () => {
    const found = check({
      'worker taskcluster-worker': '0.9.0',
      'engine native': '2.0.0',
      'plugin env': '1.0.1',
      'plugin cache': '1.0.0',
    })
    expect(found.map(({ path, component }) => [path, component])).toEqual([
      ['catalog."worker taskcluster-worker"', 'worker taskcluster-worker'],
      ['catalog."engine native"', 'engine native'],
      ['catalog."plugin env"', 'plugin env'],
    ])
    expect(found[1]).toMatchObject({
      code: 'entry-version-changed',
      severity: 'warning',
      message: 'The design was made with version 2.0.0 of engine native, and the catalog has version 1.0.0.',
    })
  })

  it('does not look at plugins that are off', () => {
    expect(check({ 'plugin env': '2.0.0' }, { disabledPlugins: ['env'] })).toEqual([])
  })
})
