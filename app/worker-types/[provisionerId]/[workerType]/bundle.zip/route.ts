import { guardedRoute } from '@/app/_server/guard/guardedRoute'
import { versionBundle } from '@/app/_server/workerTypes/bundleAnswer'
import type { WorkerTypeParams } from '@/app/_server/workerTypes/openWorkerType'

/** The bundle of what is in force, as a `.zip` file. */
export const GET = guardedRoute('GET /worker-types/[provisionerId]/[workerType]/bundle.zip', 'readers', answer, 'work')

async function answer(_request: Request, { params }: { params: WorkerTypeParams }): Promise<Response> {
  return versionBundle(await params, 'zip')
}
