import { spawn } from 'node:child_process'
import { projectRoot } from './projectRoot.mjs'

/**
 * Runs a program in the project's root with its output shown, and resolves to its exit status.
 * @param {string} command
 * @param {string[]} args
 * @param {{env?: Record<string, string | undefined>, quiet?: boolean, interactive?: boolean}} [options]  `interactive` programs read what is typed
 * @returns {Promise<number>}
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: projectRoot,
      env: { ...process.env, ...options.env },
      stdio: [options.interactive ? 'inherit' : 'ignore', options.quiet ? 'ignore' : 'inherit', 'inherit'],
    })
    child.on('error', reject)
    child.on('exit', (code, signal) => resolve(code ?? (signal === null ? 1 : 128)))
  })
}
