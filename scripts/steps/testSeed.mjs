/**
 * The seed of all property tests of a run: TEST_SEED where it is set, else a number of the day, so that a failure can be seen again and days differ.
 * @returns {string}
 */
export function testSeed() {
  return process.env.TEST_SEED || new Date().toISOString().slice(0, 10).replaceAll('-', '')
}
