/**
 * Says what became of suites, the time of each and `N passed, N failed` last, and sets the exit status. A skipped test is a failure, and so is a
 * suite that ran nothing.
 * @param {import('./runSuite.mjs').SuiteResult[]} results
 */
export function closeTests(results) {
  let [passed, failed] = [0, 0]
  for (const result of results) {
    const silent = result.passed + result.failed === 0
    const unexplained = result.status !== 0 && result.failed === 0
    if (silent) process.stdout.write(`${result.name} ran no tests\n`)
    if (unexplained) process.stdout.write(`${result.name} ended with status ${result.status}\n`)
    for (const { file, title } of result.skipped) process.stdout.write(`skipped: ${file}: ${title}\n`)
    passed += result.passed
    failed += result.failed + result.skipped.length + (silent || unexplained ? 1 : 0)
  }
  for (const { name, seconds } of results) process.stdout.write(`${name}: ${Math.round(seconds)} s\n`)
  if (failed > 0) process.exitCode = 1
  process.stdout.write(`${passed} passed, ${failed} failed\n`)
}
