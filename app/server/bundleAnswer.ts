import 'server-only'
import { archiveBundle } from '@/lib/bundle/archiveBundle'
import { buildBundle } from '@/lib/bundle/buildBundle'
import { bundleFolderName } from '@/lib/bundle/bundleFolderName'
import { catalogVersions } from '@/lib/compose/catalogVersions'
import { toolVersion } from '@/lib/toolVersion'
import type { ComposedText } from './composeText'
import { textAnswer } from './textAnswer'

const types = { 'tar.gz': 'application/gzip', zip: 'application/zip' }

/** The bundle of a design as a file to download; 409 with the reasons where there is none. */
export function bundleAnswer({ composition, problems, catalog }: ComposedText, format: 'tar.gz' | 'zip'): Response {
  const errors = problems.filter(({ severity }) => severity === 'error')
  if (composition === undefined || errors.length > 0) return refusal(errors)
  const versions = { catalogVersions: catalogVersions(composition, catalog), toolVersion }
  const bundle = buildBundle(composition, catalog, versions)
  if (!bundle.ok) return refusal(bundle.problems)
  const name = bundleFolderName(`${composition.provisionerId}/${composition.workerType}`)
  return archiveAnswer(archiveBundle(bundle.value, format), name, format)
}

/** An archive as a file to download. */
export function archiveAnswer(archive: Uint8Array, name: string, format: 'tar.gz' | 'zip'): Response {
  return new Response(Buffer.from(archive), {
    headers: {
      'content-type': types[format],
      'content-disposition': `attachment; filename="${name}.${format}"`,
      'cache-control': 'no-store',
    },
  })
}

function refusal(errors: ComposedText['problems']): Response {
  const lines = errors.map(({ path, message, help }) =>
    `- ${path === '' ? '' : `${path}: `}${message} ${help ?? ''}`.trimEnd(),
  )
  return textAnswer(409, `There is no bundle while the design has errors:\n\n${lines.join('\n')}\n`)
}
