import { expect, it } from 'vitest'
import { versionChanges } from './reviewReport'
import type { ReviewSide } from './reviewSide'

const side = (catalogVersions: Record<string, string>, toolVersion?: string): ReviewSide => ({
  label: '',
  payloadSchema: {},
  catalogVersions,
  ...(toolVersion === undefined ? {} : { toolVersion }),
})

it('lists entries and the product where they changed', () => {
  const old = side({ 'plugin a': '1.0.0', 'plugin b': '1.0.0', 'plugin c': '1.0.0' }, '0.1.0')
  const next = side({ 'plugin a': '1.1.0', 'plugin b': '1.0.0', 'plugin d': '2.0.0' }, '0.2.0')
  expect(versionChanges(old, next)).toEqual([
    { label: 'Worker Type Designer', before: '0.1.0', after: '0.2.0' },
    { label: 'plugin a', before: '1.0.0', after: '1.1.0' },
  ])
})

it('says nothing where nobody knows', () => {
  expect(versionChanges(side({}), side({ 'plugin a': '1.0.0' }))).toEqual([])
})
