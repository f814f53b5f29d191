import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const manifest = z.object({ node: z.record(z.string(), z.object({ exportedName: z.string() })) })

/** The ids of all server actions of the build, with the names of their functions. */
export async function serverActions(): Promise<{ id: string; name: string }[]> {
  const path = join(import.meta.dirname, '..', '..', '.next', 'server', 'server-reference-manifest.json')
  const { node } = manifest.parse(JSON.parse(await readFile(path, 'utf8')))
  return Object.entries(node).map(([id, { exportedName }]) => ({ id, name: exportedName }))
}
