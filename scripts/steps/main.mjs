import { StepFailure } from './StepFailure.mjs'

/**
 * Runs a script; a step that failed is told in its own sentence with exit status 1.
 * @param {() => Promise<void>} script
 */
export async function main(script) {
  const [major = 0] = process.versions.node.split('.').map(Number)
  if (major < 20) {
    process.stderr.write(`Node 20 or later is needed; this is Node ${process.versions.node}.\n`)
    process.exit(1)
  }
  // what a library should do otherwise is no news to whoever runs a script, and no line of a log
  process.noDeprecation = true
  try {
    await script()
  } catch (error) {
    if (!(error instanceof StepFailure)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  }
}
