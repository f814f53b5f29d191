import { expect, it } from 'vitest'
import { deepRuns } from '@/lib/base/testing/deepRuns'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { attack } from './testing/attack'

// With theorem.hosts and theorem.madeUp these are more than 10,000 tasks; three files, so that they run side by side.
it.each(['docker', 'qemu'])('no accepted task meets a missing feature on %s', (engine) => {
  const { runs, accepted, restricted } = attack(loadCatalog(), engine, { runs: deepRuns(1000, 1 / 4) })
  expect(accepted).toBeGreaterThan(runs / 5)
  expect(restricted).toBeGreaterThan(runs / 50)
})
