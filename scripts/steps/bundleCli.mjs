import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { bundleThread } from './bundleThread.mjs'
import { projectRoot } from './projectRoot.mjs'

const dist = join(projectRoot, 'dist')

/**
 * Bundles the command line into `dist/wtd.mjs`, with the parts that few commands need beside it, and compiles the catalog into
 * `dist/catalog.json`: both start faster than their many files would. The thread that works on foreign schemas and documents is beside them.
 */
export async function bundleCli() {
  const { build } = await import('esbuild')
  const parts = join(dist, `parts-${process.pid}`)
  try {
    await build({
      absWorkingDir: projectRoot,
      entryPoints: {
        wtd: 'lib/cli/main.ts',
        catalog: 'lib/catalog/loadCatalog.ts',
      },
      outdir: parts,
      outExtension: { '.js': '.mjs' },
      chunkNames: 'chunk-[hash]',
      bundle: true,
      splitting: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      minify: true,
      legalComments: 'none',
      logLevel: 'warning',
      // the client of the Queue and the databases are loaded by the few commands that need them
      external: ['taskcluster-client', '@electric-sql/pglite', 'drizzle-orm', 'pg'],
      // packages written as CommonJS ask for `require`, which an ES module does not have
      banner: {
        js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
      },
    })
    const { compileCatalog } = await import(pathToFileURL(join(parts, 'catalog.mjs')).href)
    const compiled = compileCatalog(projectRoot)
    await mkdir(dist, { recursive: true })
    await writeFile(join(parts, 'catalog.json'), compiled)
    await bundleThread()
    await replaceFiles(parts)
  } finally {
    await rm(parts, { recursive: true, force: true })
  }
}

/** Chunks first and the entry last, so that a command which starts meanwhile finds all it needs. */
async function replaceFiles(parts) {
  const order = (name) => (name === 'wtd.mjs' ? 2 : name === 'catalog.json' ? 1 : 0)
  const names = (await readdir(parts)).sort((a, b) => order(a) - order(b))
  for (const name of names) await rename(join(parts, name), join(dist, name))
  const old = (await readdir(dist)).filter(
    (name) => name.endsWith('.mjs') && name !== 'thread.mjs' && !names.includes(name),
  )
  for (const name of old) await rm(join(dist, name), { force: true })
}
