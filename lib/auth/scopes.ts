import scopes from 'taskcluster-lib-scopes'

/** What a caller must hold: a scope, all of a list (an empty one asks nothing), or one of a list (nobody has one of none). */
export type ScopeExpression = string | { AllOf: ScopeExpression[] } | { AnyOf: ScopeExpression[] }

/**
 * True if the held scopes are enough. A held scope that ends in `*` stands for all that begin like it; a star elsewhere is a
 * character like any other. `a*` is satisfied by `a*` and `*`, not by `a`.
 */
export function satisfies(held: string[], needed: ScopeExpression): boolean {
  return scopes.satisfiesExpression(held, needed)
}

/** What is left of `needed` after what is held, or undefined if nothing is: for messages. */
export function missingScopes(held: string[], needed: ScopeExpression): ScopeExpression | undefined {
  return scopes.removeGivenScopes(held, needed) ?? undefined
}

/** Sorted, without doubles and without what a star says already. */
export function normalizeScopes(held: string[]): string[] {
  return scopes.normalizeScopeSet([...held].sort(scopes.scopeCompare))
}

/** Printable ASCII, spaces included. */
export function isScope(value: unknown): value is string {
  return typeof value === 'string' && scopes.validScope(value)
}
