import { guardedRoute } from '@/app/guard/guardedRoute'
import { publicFileOptions } from '@/app/server/publicFile'
import { schemaFile } from '@/app/worker-types/publicFiles'
import type { WorkerTypeParams } from '@/app/worker-types/workerTypeParams'

/** The payload schema that is in force. */
export const GET = guardedRoute('GET /worker-types/[provisionerId]/[workerType]/schema.json', 'readers', answer)

async function answer(request: Request, { params }: { params: WorkerTypeParams }): Promise<Response> {
  return schemaFile(request, await params)
}

export const OPTIONS = guardedRoute(
  'OPTIONS /worker-types/[provisionerId]/[workerType]/schema.json',
  'everyone',
  publicFileOptions,
)
export { GET as HEAD }
