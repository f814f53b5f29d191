import { publicFileOptions } from '../../../../../../server/publicFile'
import { schemaFile } from '../../../../../publicFiles'
import type { VersionParams } from '../../../../../readPublicVersion'

/** The payload schema of one version; it never changes. */
export async function GET(request: Request, { params }: { params: VersionParams }): Promise<Response> {
  return schemaFile(request, await params)
}

export { GET as HEAD, publicFileOptions as OPTIONS }
