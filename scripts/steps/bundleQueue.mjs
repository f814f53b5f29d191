import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { projectRoot } from './projectRoot.mjs'

const folder = join(projectRoot, 'dist', 'queue')
const bundle = join(folder, 'main.mjs')

/** Bundles the process of the Queue and the gate into `dist/queue/main.mjs`, and resolves to its path. */
export async function bundleQueue() {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    absWorkingDir: projectRoot,
    entryPoints: ['lib/queue/host/main.ts'],
    outfile: bundle,
    bundle: true,
    // these load WebAssembly, sockets or files by path, or are as quick to load as they are
    external: ['@electric-sql/pglite', 'drizzle-orm', 'hawk', 'pg', 'pino', 'prom-client', 'undici'],
    platform: 'node',
    format: 'esm',
    target: 'node20',
    legalComments: 'none',
    logLevel: 'warning',
    write: false,
    // packages written as CommonJS ask for `require`, which an ES module does not have
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  })
  const text = outputFiles[0]?.text ?? ''
  if ((await readFile(bundle, 'utf8').catch(() => '')) === text) return bundle
  await mkdir(folder, { recursive: true })
  // several processes may start at once, and each finds a whole file
  const candidate = `${bundle}.${process.pid}`
  await writeFile(candidate, text)
  await rename(candidate, bundle)
  return bundle
}
