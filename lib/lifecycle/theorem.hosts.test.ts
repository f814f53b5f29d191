import { expect, it } from 'vitest'
import { deepRuns } from '@/lib/base/testing/deepRuns'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { attack } from './testing/attack'

it.each(['native', 'script', 'mock'])('no accepted task meets a missing feature on %s', (engine) => {
  const { runs, accepted, restricted } = attack(loadCatalog(), engine, { runs: deepRuns(1000, 1 / 4) })
  expect(accepted).toBeGreaterThan(runs / 5)
  expect(restricted).toBeGreaterThan(runs / 50)
})
