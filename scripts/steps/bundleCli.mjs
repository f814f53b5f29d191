import { chmod } from 'node:fs/promises'
import { join } from 'node:path'
import { projectRoot } from './projectRoot.mjs'

/** Bundles the command line into the one file `dist/wtd.mjs`, which starts faster than its many modules would. */
export async function bundleCli() {
  const { build } = await import('esbuild')
  const outfile = join(projectRoot, 'dist', 'wtd.mjs')
  await build({
    absWorkingDir: projectRoot,
    entryPoints: ['lib/cli/main.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    minify: false,
    sourcemap: false,
    legalComments: 'none',
    logLevel: 'warning',
    // the client of the Queue is loaded only when a worker type is registered
    external: ['@electric-sql/pglite', 'pg', 'next', 'react', 'react-dom', 'taskcluster-client'],
    // packages written as CommonJS ask for `require`, which an ES module does not have
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  })
  await chmod(outfile, 0o755)
}
