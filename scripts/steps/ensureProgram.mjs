import { spawnSync } from 'node:child_process'
import { StepFailure } from './StepFailure.mjs'

const succeeds = (command, args, options) => spawnSync(command, args, { stdio: 'ignore', ...options }).status === 0

/** How this process may install Debian packages: directly, through sudo without a password, or not at all. */
function asRoot() {
  if (!succeeds('apt-get', ['--version'])) return undefined
  if (process.getuid?.() === 0) return []
  return succeeds('sudo', ['-n', 'true']) ? ['sudo', '-n'] : undefined
}

/**
 * The path of a program that the tests need, installed as a Debian package where that is possible.
 * @param {{what: string, find: () => string | undefined, debianPackage: string}} program
 * @returns {string}
 */
export function ensureProgram({ what, find, debianPackage }) {
  const present = find()
  if (present !== undefined) return present
  const prefix = asRoot()
  if (prefix !== undefined) {
    process.stdout.write(`Installing ${what} (Debian package ${debianPackage}) …\n`)
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    for (const args of [
      ['update', '-qq'],
      ['install', '-y', '-qq', '--no-install-recommends', debianPackage],
    ]) {
      const [command = 'apt-get', ...rest] = [...prefix, 'apt-get', ...args]
      spawnSync(command, rest, { stdio: ['ignore', 'ignore', 'inherit'], env })
    }
  }
  const installed = find()
  if (installed === undefined) {
    throw new StepFailure(
      `The tests need ${what}. Install it (on Debian: apt-get install ${debianPackage}) and run them again.`,
    )
  }
  return installed
}
