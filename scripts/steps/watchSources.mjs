import { watch } from 'node:fs'
import { join } from 'node:path'
import { keepBundlingThread } from './bundleThread.mjs'
import { projectRoot } from './projectRoot.mjs'

/** milliseconds; an editor saves a file in several steps */
const patience = 50

/** Whether the threads or the catalog are made of this file; Next watches what pages are made of by itself. */
const matters = (name) => /\.(ts|json|yml)$/.test(name) && !/\.test\.ts$/.test(name)

/**
 * For development: from now on the threads of this process run `lib/` as it is on disk, and the catalog is read as it is there.
 * Next reloads modules that change, but knows neither the bundle of the threads nor files that are read.
 */
export async function watchSources() {
  const bundleAgain = await keepBundlingThread()
  let running = Promise.resolve()
  let timer
  const renew = async () => {
    if (!(await bundleAgain())) return
    // both names must stay in step with lib/catalog/loadCatalog.ts and lib/thread/lanes.ts
    globalThis[Symbol.for('worker-type-designer.catalogs')]?.clear()
    const lanesKey = Symbol.for('worker-type-designer.lanes')
    const lanes = Object.values(globalThis[lanesKey] ?? {})
    globalThis[lanesKey] = undefined
    await Promise.all(lanes.map((pool) => pool.close()))
  }
  const hear = (_, name) => {
    if (name === null || !matters(name)) return
    clearTimeout(timer)
    timer = setTimeout(() => {
      running = running.then(renew)
    }, patience)
  }
  for (const folder of ['lib', 'engine-catalog', 'plugin-catalog', 'public']) {
    watch(join(projectRoot, folder), { recursive: true }, hear).unref()
  }
}
