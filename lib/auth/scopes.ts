import { satisfiesScope } from '@/lib/base/satisfiesScope'

/** What a caller must hold: a scope, all of a list (an empty one asks nothing), or one of a list (nobody has one of none). */
export type ScopeExpression = string | { AllOf: ScopeExpression[] } | { AnyOf: ScopeExpression[] }

/** True if the held scopes are enough. */
export function satisfies(held: readonly string[], needed: ScopeExpression): boolean {
  if (typeof needed === 'string') return satisfiesScope(held, needed)
  return 'AllOf' in needed
    ? needed.AllOf.every((each) => satisfies(held, each))
    : needed.AnyOf.some((each) => satisfies(held, each))
}

/** What is left of `needed` after what is held, or undefined if nothing is: for messages. */
export function missingScopes(held: readonly string[], needed: ScopeExpression): ScopeExpression | undefined {
  if (satisfies(held, needed)) return undefined
  if (typeof needed === 'string') return needed
  const left = ('AllOf' in needed ? needed.AllOf : needed.AnyOf).flatMap((each) => missingScopes(held, each) ?? [])
  if (left.length === 1 && left[0] !== undefined) return left[0]
  return 'AllOf' in needed ? { AllOf: left } : { AnyOf: left }
}

/** Every scope that an expression names, in its order. */
export function scopesIn(expression: ScopeExpression): string[] {
  if (typeof expression === 'string') return [expression]
  return ('AllOf' in expression ? expression.AllOf : expression.AnyOf).flatMap(scopesIn)
}

/** Sorted, without doubles and without what a star says already. A star at the end sorts before all that it stands for. */
export function normalizeScopes(held: readonly string[]): string[] {
  const kept: string[] = []
  for (const scope of [...held].sort(compareScopes)) {
    const last = kept.at(-1)
    if (last === undefined || !satisfiesScope([last], scope)) kept.push(scope)
  }
  return kept
}

function compareScopes(a: string, b: string): number {
  const [stemA, stemB] = [a, b].map((scope) => scope.replace(/\*$/, ''))
  if (stemA === stemB) return Number(b.endsWith('*')) - Number(a.endsWith('*'))
  return (stemA ?? a) < (stemB ?? b) ? -1 : 1
}

/** Printable ASCII, spaces included. */
export function isScope(value: unknown): value is string {
  return typeof value === 'string' && /^[\x20-\x7e]*$/.test(value)
}

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
