import { execFileSync } from 'node:child_process'
import { lstatSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from './projectRoot.mjs'
import { StepFailure } from './StepFailure.mjs'

/** All files that are, or are about to be, in the repository, from its root. */
export function filesOfRepository() {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard']
  try {
    // a file that was deleted and not yet staged is still listed
    return execFileSync('git', args, { cwd: projectRoot, encoding: 'utf8' })
      .split('\0')
      .filter((file) => file !== '' && lstatSync(join(projectRoot, file), { throwIfNoEntry: false }) !== undefined)
  } catch (error) {
    throw new StepFailure(`Git cannot list the files of the repository: ${error.message}`)
  }
}
