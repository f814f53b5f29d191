import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from './projectRoot.mjs'
import { StepFailure } from './StepFailure.mjs'

/** Reads `.env` into the environment where there is one (.env.example says what it may hold). What is set already stays. */
export function readSettingsFile() {
  const file = join(projectRoot, '.env')
  if (!existsSync(file)) return
  if (process.loadEnvFile === undefined)
    throw new StepFailure(`.env is read by Node 20.12 and later; this is Node ${process.versions.node}.`)
  process.loadEnvFile(file)
}
