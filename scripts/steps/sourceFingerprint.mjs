import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { projectRoot } from './projectRoot.mjs'

const sources = [
  'app',
  'drizzle',
  'lib',
  'public',
  'instrumentation.ts',
  'next.config.js',
  'package-lock.json',
  'postcss.config.mjs',
]

async function listFiles(path) {
  const entries = await readdir(join(projectRoot, path), { withFileTypes: true }).catch((error) => {
    if (error.code === 'ENOTDIR' || error.code === 'ENOENT') return undefined
    throw error
  })
  if (entries === undefined) return [path]
  const nested = await Promise.all(
    entries.map((entry) => {
      const child = `${path}/${entry.name}`
      return entry.isDirectory() ? listFiles(child) : [child]
    }),
  )
  return nested.flat()
}

/**
 * One SHA-256 over everything that a build is made of, so that a build is current exactly when its fingerprint is.
 * Times of files say nothing after a checkout.
 */
export async function sourceFingerprint() {
  const files = (await Promise.all(sources.map(listFiles))).flat().filter((file) => !/\.test\.tsx?$/.test(file))
  const hash = createHash('sha256')
  for (const file of files.sort()) {
    hash.update(`${file}\n`)
    hash.update(await readFile(join(projectRoot, file)).catch(() => 'missing'))
  }
  return hash.digest('hex')
}
