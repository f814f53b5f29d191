/**
 * The sum of `N passed, N failed` over parts of a run. A part that ended without such a line, or badly although its line says nothing failed, counts
 * as one failure.
 * @param {{name: string, status: number, output: string}[]} parts
 * @returns {{passed: number, failed: number, complaints: string[]}}
 */
export function sumClosingLines(parts) {
  const sum = { passed: 0, failed: 0, complaints: [] }
  for (const { name, status, output } of parts) {
    const line = output.trimEnd().split('\n').at(-1) ?? ''
    const found = /^(\d+) passed, (\d+) failed$/.exec(line)
    const [passed, failed] = [Number(found?.[1] ?? 0), Number(found?.[2] ?? 0)]
    const unexplained = found === null || (status !== 0 && failed === 0)
    if (unexplained) sum.complaints.push(`${name} ended with status ${status} and "${line.slice(0, 200)}"`)
    sum.passed += passed
    sum.failed += failed + (unexplained ? 1 : 0)
  }
  return sum
}
