import { access, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { bundleCli } from './bundleCli.mjs'
import { bundleServer, serverBundle } from './bundleServer.mjs'
import { emptyDatabase, makeEmptyDatabase } from './makeEmptyDatabase.mjs'
import { projectRoot } from './projectRoot.mjs'
import { run } from './run.mjs'
import { StepFailure } from './StepFailure.mjs'
import { sourceFingerprint } from './sourceFingerprint.mjs'

const stamp = join(projectRoot, '.next', 'built-from')
const outputs = [
  join(projectRoot, '.next', 'BUILD_ID'),
  join(projectRoot, 'dist', 'wtd.cjs'),
  serverBundle('http'),
  emptyDatabase,
]

async function isCurrent(fingerprint) {
  if ((await readFile(stamp, 'utf8').catch(() => '')) !== fingerprint) return false
  const present = await Promise.all(
    outputs.map((path) =>
      access(path).then(
        () => true,
        () => false,
      ),
    ),
  )
  return present.every(Boolean)
}

/**
 * Builds the app and the command line when their sources have changed since the last build.
 * @param {{force?: boolean}} [options]
 */
export async function ensureBuilt(options = {}) {
  const fingerprint = await sourceFingerprint()
  if (!options.force && (await isCurrent(fingerprint))) return
  process.stdout.write('Building …\n')
  await bundleCli()
  await bundleServer('http')
  await makeEmptyDatabase()
  const next = join(projectRoot, 'node_modules', 'next', 'dist', 'bin', 'next')
  const status = await run(process.execPath, [next, 'build'], {
    env: { NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production', WORKER_TYPE_DESIGNER_BUILD: '1' },
  })
  if (status !== 0) throw new StepFailure('The build failed; its messages are above.')
  await writeFile(stamp, fingerprint)
}
