import { guardedRoute } from '@/app/_server/guard/guardedRoute'
import { versionBundle } from '@/app/_server/workerTypes/bundleAnswer'
import type { WorkerTypeParams } from '@/app/_server/workerTypes/openWorkerType'

/** The bundle of what is in force, as a `.tar.gz` file. */
export const GET = guardedRoute(
  'GET /worker-types/[provisionerId]/[workerType]/bundle.tar.gz',
  'readers',
  answer,
  'work',
)

async function answer(_request: Request, { params }: { params: WorkerTypeParams }): Promise<Response> {
  return versionBundle(await params, 'tar.gz')
}
