import { publicFileOptions } from '../../../../../../server/publicFile'
import { examplesFile } from '../../../../../publicFiles'
import type { VersionParams } from '../../../../../readPublicVersion'

/** Example tasks of one version. */
export async function GET(request: Request, { params }: { params: VersionParams }): Promise<Response> {
  return examplesFile(request, await params)
}

export { GET as HEAD, publicFileOptions as OPTIONS }
