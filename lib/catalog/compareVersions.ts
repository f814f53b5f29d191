/** Orders versions `major.minor.patch`: negative where the first is older. */
export function compareVersions(a: string, b: string): number {
  const [first, second] = [a, b].map((version) => version.split('.').map(Number))
  for (const i of [0, 1, 2]) {
    const difference = (first?.[i] ?? 0) - (second?.[i] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
