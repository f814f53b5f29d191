import { versionBundle } from '../../../versionBundle'
import type { WorkerTypeParams } from '../../../workerTypeParams'

/** The bundle of what is in force, as a `.tar.gz` file. */
export async function GET(_request: Request, { params }: { params: WorkerTypeParams }): Promise<Response> {
  return versionBundle(await params, 'tar.gz')
}
