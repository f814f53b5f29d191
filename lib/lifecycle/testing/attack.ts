import fc from 'fast-check'
import type { Catalog, WorkerCatalog } from '@/lib/catalog/entry/entry'
import { composeWorkerType } from '@/lib/compose/composeWorkerType'
import { arbitraryDesign } from './arbitraryDesign'
import { arbitraryPayload, makePayload } from './arbitraryPayload'
import { theoremViolations } from './theoremViolations'

/** How an attack went: an attack that accepts or restricts nothing proves nothing. */
export interface AttackCount {
  runs: number
  accepted: number
  restricted: number
}

interface Attack {
  runs: number
  /** the catalog that the tasks run by, where it is not the one that schemas are made from */
  lifecycle?: Catalog
  /** the clauses of the theorem that are looked at; all where left out */
  clauses?: string
}

/** Plays random designs on an engine and random payloads against the theorem. Throws with the seed and the smallest case that breaks it. */
export function attack(
  catalog: Catalog,
  engine: string,
  { runs, lifecycle = catalog, clauses = '' }: Attack,
): AttackCount {
  const worker = taskclusterWorker(catalog)
  const count = { runs: 0, accepted: 0, restricted: 0 }
  const scopes = fc.constantFrom<string[][]>(['*'], [], ['worker:cache:one'])
  fc.assert(
    fc.property(arbitraryDesign(worker, engine), arbitraryPayload(catalog, engine), scopes, (design, recipe, held) => {
      const composition = composeWorkerType(design, catalog)
      const payload = makePayload(recipe, composition)
      const check = theoremViolations(composition, lifecycle, payload, held)
      count.runs += 1
      if (check.accepted) count.accepted += 1
      if (check.restricted) count.restricted += 1
      const broken = check.violations.filter(([clause = '']) => clauses === '' || clauses.includes(clause))
      if (broken.length > 0) throw new Error([JSON.stringify(payload), ...broken].join('\n'))
    }),
    { numRuns: runs },
  )
  return count
}

/** The catalog's only worker so far. */
export function taskclusterWorker(catalog: Catalog): WorkerCatalog {
  const worker = catalog.workers['taskcluster-worker']
  if (worker === undefined) throw new Error('the catalog has no taskcluster-worker')
  return worker
}
