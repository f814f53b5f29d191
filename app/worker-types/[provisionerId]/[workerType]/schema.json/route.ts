import { guardedRoute } from '@/app/_server/guard/guardedRoute'
import type { WorkerTypeParams } from '@/app/_server/workerTypes/openWorkerType'
import { publicFileOptions, publicSchemaFile } from '@/app/_server/workerTypes/publicFile'

/** The payload schema that is in force. */
export const GET = guardedRoute('GET /worker-types/[provisionerId]/[workerType]/schema.json', 'readers', answer)

async function answer(request: Request, { params }: { params: WorkerTypeParams }): Promise<Response> {
  return publicSchemaFile(request, await params)
}

export const OPTIONS = guardedRoute(
  'OPTIONS /worker-types/[provisionerId]/[workerType]/schema.json',
  'everyone',
  publicFileOptions,
)
export { GET as HEAD }
