import { mkdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const folder = fileURLToPath(new URL('../../../node_modules/.cache/wtd-tests', import.meta.url))

/**
 * Bundles a program that a test starts as a process of its own, and resolves to the path of its one file, which starts in a fifth of the time that
 * its many sources take. It lies where its packages are found, and as deep below the root
 * as the `testing` folder of a room: what looks for files from `import.meta.url` finds the same ones.
 */
export async function bundleProgram(source: string): Promise<string> {
  mkdirSync(folder, { recursive: true })
  const outfile = join(folder, `${basename(source, '.ts')}-${process.pid}.mjs`)
  await build({
    entryPoints: [source],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
    external: ['@electric-sql/pglite'],
    // packages written as CommonJS ask for what an ES module does not have
    banner: {
      js: [
        "import { createRequire as __createRequire } from 'node:module'",
        'const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;',
      ].join('\n'),
    },
  })
  return outfile
}
