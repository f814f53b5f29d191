import 'server-only'
import type { Problem } from '@/lib/base/problem'
import { poolProblems } from '@/lib/bundle/pool/poolProblems'
import type { Catalog } from '@/lib/catalog/entry'
import { composeWorkerType } from '@/lib/compose/composeWorkerType'
import type { Composition } from '@/lib/compose/composition'
import { locateProblem } from '@/lib/compose/importConfig'
import { parseDesign } from '@/lib/compose/parseDesign'
import type { OpenedCatalog } from './openCatalog'

/** What a text comes to; without `composition` it is no design. Problems know their lines. */
export interface ComposedText {
  composition?: Composition
  problems: Problem[]
  /** what it was composed with: the versions that the design pins, else the newest */
  catalog: Catalog
}

/** Reads a design document and composes it. */
export function composeText(document: string, { catalogFor }: OpenedCatalog): ComposedText {
  const parsed = parseDesign(document)
  if (!parsed.ok) return { problems: parsed.problems, catalog: catalogFor() }
  const { design, source } = parsed.value
  const catalog = catalogFor(design.catalog)
  const composition = composeWorkerType(design, catalog)
  const problems = [...parsed.problems, ...composition.problems, ...poolProblems(composition, catalog)]
  return { composition, problems: problems.map((problem) => locateProblem(problem, source, undefined)), catalog }
}
