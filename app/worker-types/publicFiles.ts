import 'server-only'
import { createHash } from 'node:crypto'
import { inThread } from '@/app/server/inThread'
import { openCatalog } from '@/app/server/openCatalog'
import { noPublicFile, publicFile } from '@/app/server/publicFile'
import { textAnswer } from '@/app/server/textAnswer'
import { canonicalJson } from '@/lib/base/canonicalJson'
import { readPublicVersion, type VersionAddress } from './readPublicVersion'

const type = 'application/json'

/** The payload schema of a version, as it was registered. */
export async function schemaFile(request: Request, address: VersionAddress): Promise<Response> {
  const version = await readPublicVersion(address)
  if (version === undefined) return noPublicFile()
  const text = canonicalJson(version.payloadSchema)
  return publicFile(request, { text, type, tag: version.schemaSha256, immutable: address.number !== undefined })
}

/** The design of a version, as it was registered. */
export async function designFile(request: Request, address: VersionAddress): Promise<Response> {
  const version = await readPublicVersion(address)
  if (version === undefined) return noPublicFile()
  const tag = sha256(version.designYaml)
  const immutable = address.number !== undefined
  return publicFile(request, { text: version.designYaml, type: 'application/yaml', tag, immutable })
}

/**
 * Example tasks of a version by their size: definitions that its registered schema accepts. Never immutable: which scopes and words go with
 * them is composed from today's catalog.
 */
export async function examplesFile(request: Request, address: VersionAddress): Promise<Response> {
  const version = await readPublicVersion(address)
  if (version === undefined) return noPublicFile()
  const input = { subject: { document: version.designYaml }, schema: version.payloadSchema }
  const examples = await inThread('examples', input, { opened: await openCatalog() })
  if (!examples.ok) return textAnswer(503, `${examples.problems.map(({ message }) => message).join('\n')}\n`)
  const text = `${JSON.stringify(Object.fromEntries(examples.value), null, 2)}\n`
  return publicFile(request, { text, type, tag: sha256(text), immutable: false })
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
