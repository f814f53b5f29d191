import type { Problem } from '@/lib/base/problem'
import type { Catalog } from '@/lib/catalog/entry'
import type { Composition } from '@/lib/compose/composition'
import { composedPool } from './composedPool'

/** What is wrong with the pool of a composition, beside what the composition tells already. Places are those of the design. */
export function poolProblems(composition: Composition, catalog: Catalog): Problem[] {
  const told = new Set(composition.problems.map(keyOf))
  return composedPool(composition, catalog).problems.filter((problem) => !told.has(keyOf(problem)))
}

function keyOf({ code, path, message }: Problem): string {
  return JSON.stringify([code, path, message])
}
