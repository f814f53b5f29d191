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
 * @param {{what: string, find: () => string | undefined, debianPackages: string[]}} program  the first of the packages that Debian has is installed
 * @returns {string}
 */
export function ensureProgram({ what, find, debianPackages }) {
  const present = find()
  if (present !== undefined) return present
  const prefix = asRoot()
  if (prefix !== undefined) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const apt = (...args) => {
      const [command = 'apt-get', ...rest] = [...prefix, 'apt-get', ...args]
      spawnSync(command, rest, { stdio: ['ignore', 'ignore', 'inherit'], env })
    }
    apt('update', '-qq')
    for (const name of debianPackages) {
      if (find() !== undefined || !succeeds('apt-cache', ['show', name])) continue
      process.stdout.write(`Installing ${what} (Debian package ${name}) …\n`)
      apt('install', '-y', '-qq', '--no-install-recommends', name)
    }
  }
  const installed = find()
  if (installed === undefined) {
    throw new StepFailure(
      `The tests need ${what}. Install it (on Debian: apt-get install ${debianPackages.at(-1)}) and run them again.`,
    )
  }
  return installed
}
