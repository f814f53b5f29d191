import { guardedRoute } from '@/app/guard/guardedRoute'
import type { VersionParams } from '@/app/worker-types/readPublicVersion'
import { versionBundle } from '@/app/worker-types/versionBundle'

/** The bundle of one version, as a `.zip` file. */
export const GET = guardedRoute(
  'GET /worker-types/[provisionerId]/[workerType]/versions/[number]/bundle.zip',
  'readers',
  answer,
)

async function answer(_request: Request, { params }: { params: VersionParams }): Promise<Response> {
  return versionBundle(await params, 'zip')
}
