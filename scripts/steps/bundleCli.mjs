import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { bundleThread } from './bundleThread.mjs'
import { projectRoot } from './projectRoot.mjs'
import { run } from './run.mjs'
import { StepFailure } from './StepFailure.mjs'

const dist = join(projectRoot, 'dist')
const usual = 'docker-ci.yml'

/** @type {import('esbuild').BuildOptions} */
const common = {
  absWorkingDir: projectRoot,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  define: { 'import.meta.url': '__bundleUrl' },
  banner: { js: "const __bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
  // the databases are loaded by the few commands that need them
  external: ['@electric-sql/pglite', 'drizzle-orm', 'pg'],
  target: 'node20',
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
}

/**
 * Bundles the command line into one file, `dist/wtd.cjs`, with its compiled form beside it, and compiles the catalog into
 * `dist/catalog.json`: both start faster than their many files would. The thread that works on foreign schemas and documents is beside them.
 */
export async function bundleCli() {
  const { build } = await import('esbuild')
  await mkdir(dist, { recursive: true })
  const parts = await mkdtemp(join(dist, 'parts-'))
  try {
    await build({
      ...common,
      entryPoints: { wtd: 'lib/cli/main.ts', catalog: 'lib/catalog/loadCatalog.ts' },
      outdir: parts,
    })
    const { compileCatalog } = createRequire(import.meta.url)(join(parts, 'catalog.cjs'))
    await writeFile(join(parts, 'catalog.json'), compileCatalog(projectRoot))
    await bundleThread()
    await rename(join(parts, 'catalog.json'), join(dist, 'catalog.json'))
    await removeCompiled()
    await rename(join(parts, 'wtd.cjs'), join(dist, 'wtd.cjs'))
  } finally {
    await rm(parts, { recursive: true, force: true })
  }
  // in a process of its own: this one has other flags and other code
  const status = await run(process.execPath, [join(projectRoot, 'scripts', 'compileCli.mjs'), usual])
  if (status !== 0) throw new StepFailure('The command line could not be compiled; see above.')
}

async function removeCompiled() {
  const old = (await readdir(dist)).filter((name) => /^wtd\.cjs\..*\.cache$/.test(name))
  for (const name of old) await rm(join(dist, name), { force: true })
}
