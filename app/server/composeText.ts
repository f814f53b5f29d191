import 'server-only'
import type { Problem } from '@/lib/base/problem'
import type { Catalog } from '@/lib/catalog/entry'
import { composeWorkerType } from '@/lib/compose/composeWorkerType'
import type { Composition } from '@/lib/compose/composition'
import { locateProblem } from '@/lib/compose/importConfig'
import { parseDesign } from '@/lib/compose/parseDesign'

/** What a text comes to; without `composition` it is no design. Problems know their lines. */
export interface ComposedText {
  composition?: Composition
  problems: Problem[]
}

/** Reads a design document and composes it. */
export function composeText(document: string, catalog: Catalog): ComposedText {
  const parsed = parseDesign(document)
  if (!parsed.ok) return { problems: parsed.problems }
  const { design, source } = parsed.value
  const composition = composeWorkerType(design, catalog)
  const problems = [...parsed.problems, ...composition.problems]
  return { composition, problems: problems.map((problem) => locateProblem(problem, source, undefined)) }
}
