import type { ScopeExpression } from './scopes'

/** what a scope costs beside its characters */
const perScope = 10

/** An expression for a message: as many of its scopes as come to `longest` characters, the last one cut; what is left out is counted in a last one. */
export function fewScopes(expression: ScopeExpression, longest: number): ScopeExpression {
  let left = longest
  const few = (one: ScopeExpression): ScopeExpression => {
    left -= perScope
    if (typeof one === 'string') {
      const shown = one.length > left ? `${one.slice(0, Math.max(left, 0))} …` : one
      left -= shown.length
      return shown
    }
    return 'AllOf' in one ? { AllOf: list(one.AllOf) } : { AnyOf: list(one.AnyOf) }
  }
  const list = (all: ScopeExpression[]): ScopeExpression[] => {
    const shown: ScopeExpression[] = []
    for (const one of all) {
      if (left <= perScope) return [...shown, `… ${all.length - shown.length} more`]
      shown.push(few(one))
    }
    return shown
  }
  return few(expression)
}
