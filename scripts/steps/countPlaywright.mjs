function testsOf(suite) {
  const own = (suite.specs ?? []).flatMap((spec) =>
    spec.tests.map((test) => ({ file: spec.file, title: spec.title, status: test.status })),
  )
  return [...own, ...(suite.suites ?? []).flatMap(testsOf)]
}

/**
 * What a Playwright JSON report says. A test that only passed on a retry counts as failed.
 * @param {any} report
 */
export function countPlaywright(report) {
  const tests = report.suites.flatMap(testsOf)
  return {
    passed: tests.filter((test) => test.status === 'expected').length,
    failed:
      tests.filter((test) => test.status === 'unexpected' || test.status === 'flaky').length + report.errors.length,
    skipped: tests.filter((test) => test.status === 'skipped'),
  }
}
