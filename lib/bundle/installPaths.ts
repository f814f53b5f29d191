import type { Composition } from '@/lib/compose/composition'
import { bundleFolderName } from './bundleFolderName'

/** Where the parts of a worker go on Linux. Both names are safe in a shell and in a systemd unit: identities are plain. */
export function installPaths({ provisionerId, workerType }: Composition): { folder: string; unit: string } {
  const name = bundleFolderName(`${provisionerId}/${workerType}`)
  return { folder: `/opt/taskcluster-worker/${name}`, unit: `taskcluster-worker-${name}.service` }
}
