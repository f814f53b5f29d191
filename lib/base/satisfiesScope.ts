/**
 * Whether held scopes satisfy a needed one, by Taskcluster's rule: equal, or a held scope ends in `*` and the needed one begins with
 * what stands before it. A star elsewhere is a plain character.
 */
export function satisfiesScope(held: readonly string[], needed: string): boolean {
  return held.some((scope) => scope === needed || (scope.endsWith('*') && needed.startsWith(scope.slice(0, -1))))
}
