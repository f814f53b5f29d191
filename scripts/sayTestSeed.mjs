import { testSeed } from './steps/testSeed.mjs'

let said = false

/** Before tests: the seed of property tests, once, so that a failure can be seen again. */
export function setup() {
  if (said) return
  said = true
  process.stdout.write(`Seed of property tests: TEST_SEED=${testSeed()}\n`)
}
