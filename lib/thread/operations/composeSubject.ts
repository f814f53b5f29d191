import type { Problem } from '@/lib/base/problem'
import { poolProblems } from '@/lib/bundle/pool/composedPool'
import type { Catalog } from '@/lib/catalog/entry/entry'
import { composeWorkerType } from '@/lib/compose/composeWorkerType'
import type { Composition } from '@/lib/compose/composition'
import type { Design } from '@/lib/compose/design/design'
import { locateProblem } from '@/lib/compose/read/importConfig'
import { parseDesign } from '@/lib/compose/read/parseDesign'
import { type CustomEntries, customCatalog } from './entries'
import type { Job } from './job'

/** What is composed: the text of a design, or a design that was read from one. */
export type Subject = { document: string } | { design: Design }

/** What it comes to; without `composition` it is no design. */
interface Composed {
  composition?: Composition
  /** those of a text know their lines */
  problems: Problem[]
  catalog: Catalog
}

const mostKept = 8
const longestKept = 200_000
const kept = new Map<string, Composed>()

/** Composes, or takes what came of it a moment ago: pages ask several things of one design. */
export function composeSubject(subject: Subject, job: Pick<Job<never, CustomEntries>, 'base'>): Composed {
  const key = JSON.stringify([subject, job.base?.id ?? ''])
  const known = kept.get(key)
  if (known !== undefined) return known
  const composed = composeAnew(subject, (pins) => customCatalog(job, pins))
  if (key.length > longestKept) return composed
  const [oldest] = kept.keys()
  if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest)
  kept.set(key, composed)
  return composed
}

function composeAnew(subject: Subject, catalogFor: (pins?: Record<string, string>) => Catalog): Composed {
  if ('design' in subject) {
    const catalog = catalogFor(subject.design.catalog)
    const composition = composeWorkerType(subject.design, catalog)
    return { composition, problems: composition.problems, catalog }
  }
  const parsed = parseDesign(subject.document)
  if (!parsed.ok) return { problems: parsed.problems, catalog: catalogFor() }
  const { design, source } = parsed.value
  const catalog = catalogFor(design.catalog)
  const composition = composeWorkerType(design, catalog)
  const problems = [...parsed.problems, ...composition.problems, ...poolProblems(composition, catalog)]
  return { composition, problems: problems.map((problem) => locateProblem(problem, source, undefined)), catalog }
}

/** What a design comes to, for somebody who has the catalog already. */
export function compose(subject: Subject, job: Job<never, CustomEntries>): Omit<Composed, 'catalog'> {
  const { catalog: _, ...composed } = composeSubject(subject, job)
  return composed
}
