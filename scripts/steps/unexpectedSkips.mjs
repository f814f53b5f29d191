import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { projectRoot } from './projectRoot.mjs'

/**
 * The skipped tests that should have run. Only tests against the recordings of real workers may be left out, where
 * the folder with the recordings is absent, and never in CI.
 * @param {{file: string, title: string}[]} skipped
 */
export function unexpectedSkips(skipped) {
  const recordings = resolve(projectRoot, process.env.CONFORMANCE_DIR || '../shared/conformance')
  if (process.env.CI || existsSync(recordings)) return skipped
  return skipped.filter(({ file, title }) => !/conformance/i.test(`${file} ${title}`))
}
