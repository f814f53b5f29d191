import { publicFileOptions } from '../../../../../../server/publicFile'
import { designFile } from '../../../../../publicFiles'
import type { VersionParams } from '../../../../../readPublicVersion'

/** The design of one version; it never changes. */
export async function GET(request: Request, { params }: { params: VersionParams }): Promise<Response> {
  return designFile(request, await params)
}

export { GET as HEAD, publicFileOptions as OPTIONS }
