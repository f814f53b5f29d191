import { bundleThread } from './steps/bundleThread.mjs'
import { testSeed } from './steps/testSeed.mjs'

/** Before tests: the thread that works on foreign documents is made from the sources as they are, and the seed is said. */
export async function setup() {
  process.stdout.write(`Seed of property tests: TEST_SEED=${testSeed()}\n`)
  await bundleThread()
}
