import 'server-only'
import type { Problem } from '@/lib/base/problem'
import type { ArchiveFormat } from '@/lib/thread/operations/bundle'
import { bundleArchives } from './bundleArchives'
import type { DesignText } from './composeText'
import { textAnswer } from './textAnswer'

const types = { 'tar.gz': 'application/gzip', zip: 'application/zip' }

/** The bundle of a design as a file to download; 409 with the reasons where there is none. */
export async function bundleAnswer({ document, opened }: DesignText, format: ArchiveFormat): Promise<Response> {
  const bundle = await bundleArchives({ document }, opened, [format])
  if (!bundle.ok) return refusal(bundle.problems)
  const { name, files } = bundle.value
  const archive = files[format]
  if (archive === undefined) throw new Error('the thread has left out a format')
  return archiveAnswer(archive, name, format)
}

/** An archive as a file to download. */
export function archiveAnswer(archive: Uint8Array, name: string, format: ArchiveFormat): Response {
  return new Response(Buffer.from(archive), {
    headers: {
      'content-type': types[format],
      'content-disposition': `attachment; filename="${name}.${format}"`,
      'cache-control': 'no-store',
    },
  })
}

function refusal(errors: Problem[]): Response {
  const lines = errors.map(({ path, message, help }) =>
    `- ${path === '' ? '' : `${path}: `}${message} ${help ?? ''}`.trimEnd(),
  )
  return textAnswer(409, `There is no bundle of this design:\n\n${lines.join('\n')}\n`)
}
