import type { Problem, Result } from '../../base/problem'
import type { Catalog } from '../../catalog/entry'
import type { Composition } from '../../compose/composition'
import type { BundleFile } from '../bundleFile'
import type { DescribedFile } from '../readmeFile'
import { genericWorkerBundle } from './genericWorkerBundle'
import { taskclusterWorkerBundle } from './taskclusterWorkerBundle'

/** What a bundle has for one worker program: files to start it with, and the part of the README that says how. */
export interface ProgramBundle {
  files: (BundleFile & DescribedFile)[]
  /** sections of Markdown */
  readme: string[]
}

type MakeProgramBundle = (composition: Composition, catalog: Catalog) => Result<ProgramBundle>

/** By the layout of the program's configuration. */
const BUNDLES: Record<string, MakeProgramBundle> = {
  'generic-worker': genericWorkerBundle,
  'taskcluster-worker': taskclusterWorkerBundle,
}

/** The files to start the worker program of a composition with. Problems are those of its pool. */
export function programBundle(composition: Composition, catalog: Catalog): Result<ProgramBundle> {
  const format = catalog.workers[composition.worker]?.worker.configFormat ?? ''
  const make = Object.hasOwn(BUNDLES, format) ? BUNDLES[format] : undefined
  if (make === undefined) throw new Error(`no bundle is known for the configuration format ${format}`)
  const made = make(composition, catalog)
  const problems: Problem[] = made.problems
  return { ...made, problems }
}
