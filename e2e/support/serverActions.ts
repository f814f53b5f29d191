import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const manifest = z.object({ node: z.record(z.string(), z.unknown()) })

/** The ids of all server actions of the build. */
export async function serverActions(): Promise<string[]> {
  const path = join(import.meta.dirname, '..', '..', '.next', 'server', 'server-reference-manifest.json')
  return Object.keys(manifest.parse(JSON.parse(await readFile(path, 'utf8'))).node)
}
