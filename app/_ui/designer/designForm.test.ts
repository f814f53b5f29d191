import { expect, it } from 'vitest'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { designForm } from './designForm'

const worker = loadCatalog().workers['generic-worker']
if (worker === undefined) throw new Error('there is no generic-worker')
const { unavailable } = designForm(worker)

it.each([
  ['multiuser-linux', 'plugins.d2g.allowKVM', false],
  ['multiuser-darwin', 'plugins.d2g.allowKVM', true],
  ['multiuser-darwin', 'plugins.d2g', false],
  ['multiuser-windows', 'plugins.d2g', true],
  ['insecure-linux', 'settings.headlessTasks', true],
])('on %s the form leaves %s out: %s', (engine, place, isLeftOut) => {
  expect(unavailable[engine]?.includes(place) ?? false).toBe(isLeftOut)
})
