declare module 'taskcluster-lib-scopes' {
  type ScopeExpression = string | { AllOf: ScopeExpression[] } | { AnyOf: ScopeExpression[] }

  const scopes: {
    validScope(scope: string): boolean
    satisfiesExpression(held: string[], expression: ScopeExpression): boolean
    removeGivenScopes(held: string[], expression: ScopeExpression): ScopeExpression | null
    normalizeScopeSet(sorted: string[]): string[]
    scopeCompare(a: string, b: string): number
  }
  export default scopes
}
