import { join } from 'node:path'
import { projectRoot } from './projectRoot.mjs'
import { replaceFile } from './replaceFile.mjs'

const bundle = join(projectRoot, 'dist', 'queue', 'main.mjs')

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
  await replaceFile(bundle, outputFiles[0]?.text ?? '')
  return bundle
}
