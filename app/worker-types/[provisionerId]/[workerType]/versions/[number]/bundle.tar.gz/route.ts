import type { VersionParams } from '../../../../../readPublicVersion'
import { versionBundle } from '../../../../../versionBundle'

/** The bundle of one version, as a `.tar.gz` file. */
export async function GET(_request: Request, { params }: { params: VersionParams }): Promise<Response> {
  return versionBundle(await params, 'tar.gz')
}
