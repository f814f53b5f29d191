import { importPoolText } from '@/lib/bundle/pool/importPool'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { formatDesign } from '@/lib/compose/design/formatDesign'
import { pinVersions } from '@/lib/compose/read/pinVersions'

/** A design that has its worker pool with it, one of the provider `static`. */
export function pooledDesign(workerPoolId: string): string {
  const config = { headlessTasks: true, d2gConfig: { enableD2G: true } }
  const pool = {
    ...{ workerPoolId, providerId: 'static', description: 'Builds', owner: 'ops@example.com', emailOnError: false },
    config: { workerConfig: { genericWorker: { config } } },
  }
  const catalog = loadCatalog()
  const imported = importPoolText(JSON.stringify(pool), catalog)
  if (imported?.ok !== true) throw new Error('the pool cannot be imported')
  return formatDesign(pinVersions(imported.value, catalog))
}
