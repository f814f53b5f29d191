import { join } from 'node:path'
import { projectRoot } from './projectRoot.mjs'
import { replaceFile } from './replaceFile.mjs'

/** These load WebAssembly, sockets or files by path, or are as quick to load as they are. */
const external = ['@electric-sql/pglite', 'drizzle-orm', 'hawk', 'pg', 'pino', 'prom-client', 'undici']

/**
 * Bundles what a process of a server runs, `lib/http/main.ts` for the app and `lib/queueServer/main.ts` for the Queue and the gate, into `dist/http/main.mjs` or
 * `dist/queue/main.mjs`, and resolves to its path.
 * @param {'http' | 'queue'} name
 */
export async function bundleServer(name) {
  const { build } = await import('esbuild')
  const bundle = serverBundle(name)
  const { outputFiles } = await build({
    absWorkingDir: projectRoot,
    entryPoints: [{ http: 'lib/http/main.ts', queue: 'lib/queueServer/main.ts' }[name]],
    outfile: bundle,
    bundle: true,
    external,
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

/** @param {'http' | 'queue'} name */
export function serverBundle(name) {
  return join(projectRoot, 'dist', name, 'main.mjs')
}
