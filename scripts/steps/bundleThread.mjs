import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { projectRoot } from './projectRoot.mjs'

const dist = join(projectRoot, 'dist')
const bundle = join(dist, 'thread.mjs')

/** Bundles the thread that works on foreign schemas and documents into `dist/thread.mjs`. */
export async function bundleThread() {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    absWorkingDir: projectRoot,
    entryPoints: ['lib/thread/main.ts'],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    minify: true,
    legalComments: 'none',
    logLevel: 'warning',
    write: false,
    // packages written as CommonJS ask for `require`, which an ES module does not have
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  })
  const text = outputFiles[0]?.text ?? ''
  if ((await readFile(bundle, 'utf8').catch(() => '')) === text) return
  await mkdir(dist, { recursive: true })
  // several processes may start at once, and each finds a whole file
  const candidate = `${bundle}.${process.pid}`
  await writeFile(candidate, text)
  await rename(candidate, bundle)
}
