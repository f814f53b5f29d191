import type { Result } from '@/lib/base/problem'
import type { Catalog } from '@/lib/catalog/entry/entry'
import type { Composition } from '@/lib/compose/composition'
import { genericWorkerBundle } from './genericWorkerBundle'
import type { ProgramParts } from './programParts'
import { taskclusterWorkerBundle } from './taskclusterWorkerBundle'

type MakeProgramBundle = (composition: Composition, catalog: Catalog) => Result<ProgramParts>

/** By the layout of the program's configuration. */
const BUNDLES: Record<string, MakeProgramBundle> = {
  'generic-worker': genericWorkerBundle,
  'taskcluster-worker': taskclusterWorkerBundle,
}

/** The files to start the worker program of a composition with. Problems are those of its pool. */
export function programBundle(composition: Composition, catalog: Catalog): Result<ProgramParts> {
  const format = catalog.workers[composition.worker]?.worker.configFormat ?? ''
  const make = Object.hasOwn(BUNDLES, format) ? BUNDLES[format] : undefined
  if (make === undefined) throw new Error(`no bundle is known for the configuration format ${format}`)
  return make(composition, catalog)
}
