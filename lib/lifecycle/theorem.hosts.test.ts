import { expect, it } from 'vitest'
import { loadCatalog } from '../catalog/loadCatalog'
import { attack } from './testing/attack'

it.each(['native', 'script', 'mock'])(
  'no accepted task meets a missing feature on %s',
  { timeout: 180_000 },
  (engine) => {
    const { runs, accepted, restricted } = attack(loadCatalog(), engine, { runs: 1000 })
    expect(accepted).toBeGreaterThan(runs / 5)
    expect(restricted).toBeGreaterThan(runs / 50)
  },
)
