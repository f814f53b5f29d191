import 'server-only'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseDesign } from '@/lib/compose/read/parseDesign'

/** A design that comes with the app. */
export interface Example {
  name: string
  title: string
  description: string
  text: string
}

const folder = join(process.cwd(), 'public', 'examples')

/** The examples under `public/examples`, by name. */
export async function listExamples(): Promise<Example[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.yml')).sort()
  return Promise.all(
    files.map(async (file) => {
      const text = await readFile(join(folder, file), 'utf8')
      const parsed = parseDesign(text)
      const design = parsed.ok ? parsed.value.design : undefined
      return {
        name: file.replace(/\.yml$/, ''),
        title: design === undefined ? file : `${design.engine.name}: ${Object.keys(design.plugins).join(', ')}`,
        description: design?.description ?? '',
        text,
      }
    }),
  )
}
