import type { TaskScope } from './taskFeature'

/** The scopes of which a task needs one. */
export function scopeAlternatives(scope: TaskScope): string[] {
  return typeof scope === 'string' ? [scope] : scope.anyOf
}
