import { join } from 'node:path'
import { projectRoot } from './projectRoot.mjs'
import { replaceFile } from './replaceFile.mjs'

const bundle = join(projectRoot, 'dist', 'thread.mjs')

/** @type {import('esbuild').BuildOptions & {write: false}} */
const options = {
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
}

/** Bundles the thread that works on foreign schemas and documents into `dist/thread.mjs`. */
export async function bundleThread() {
  const { build } = await import('esbuild')
  const { outputFiles } = await build(options)
  await replaceFile(bundle, outputFiles[0]?.text ?? '')
}

/**
 * Bundles it now, and gives a function that bundles it again from what has changed. That one resolves to false where the sources cannot be
 * bundled, which esbuild has then said, and the bundle stays as it was.
 * @returns {Promise<() => Promise<boolean>>}
 */
export async function keepBundlingThread() {
  const { context } = await import('esbuild')
  const kept = await context(options)
  const bundleAgain = async () => {
    const built = await kept.rebuild().catch((error) => {
      if (Array.isArray(error.errors)) return undefined
      throw error
    })
    if (built === undefined) return false
    await replaceFile(bundle, built.outputFiles[0]?.text ?? '')
    return true
  }
  await bundleAgain()
  return bundleAgain
}
