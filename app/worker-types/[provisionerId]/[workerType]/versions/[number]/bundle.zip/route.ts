import { guardedRoute } from '@/app/_server/guard/guardedRoute'
import { versionBundle } from '@/app/_server/workerTypes/bundleAnswer'
import type { VersionParams } from '@/app/_server/workerTypes/openWorkerType'

/** The bundle of one version, as a `.zip` file. */
export const GET = guardedRoute(
  'GET /worker-types/[provisionerId]/[workerType]/versions/[number]/bundle.zip',
  'readers',
  answer,
)

async function answer(_request: Request, { params }: { params: VersionParams }): Promise<Response> {
  return versionBundle(await params, 'zip')
}
