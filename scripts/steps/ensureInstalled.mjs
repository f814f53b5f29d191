import { createHash } from 'node:crypto'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { projectRoot } from './projectRoot.mjs'
import { run } from './run.mjs'
import { StepFailure } from './StepFailure.mjs'

const lockfile = join(projectRoot, 'package-lock.json')
const installed = join(projectRoot, 'node_modules', '.package-lock.json')
const stamp = join(projectRoot, 'node_modules', '.installed-from')

const modified = async (path) => (await stat(path).catch(() => undefined))?.mtimeMs

/** Installs the packages of the lockfile when they are missing or of another lockfile. */
export async function ensureInstalled() {
  const wanted = createHash('sha256')
    .update(await readFile(lockfile))
    .digest('hex')
  if ((await readFile(stamp, 'utf8').catch(() => '')) === wanted) return
  const installedAt = await modified(installed)
  const current = installedAt !== undefined && installedAt >= ((await modified(lockfile)) ?? 0)
  if (!current) {
    process.stdout.write('Installing packages …\n')
    // what builds the app is among the development packages
    const status = await run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
      quiet: true,
    })
    if (status !== 0) throw new StepFailure('npm ci could not install the packages; its messages are above.')
  }
  await writeFile(stamp, wanted)
}
