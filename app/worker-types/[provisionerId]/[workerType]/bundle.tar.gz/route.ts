import { guardedRoute } from '@/app/guard/guardedRoute'
import { versionBundle } from '@/app/worker-types/versionBundle'
import type { WorkerTypeParams } from '@/app/worker-types/workerTypeParams'

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
