import type { TemplateContext } from './entry'
import { holds } from './holds'
import type { Never, TaskFeature } from './taskFeature'

/** Why a worker refuses or drops a task feature whatever the engine can do: the first of the entry's reasons that holds. */
export function neverOf({ name, never }: TaskFeature, context: TemplateContext, label: string): Never | undefined {
  if (never === undefined) return undefined
  const reasons = Array.isArray(never) ? never : [never]
  return reasons.find((reason) => holds(reason.if, context, `${label}: taskFeatures.${name}.never`))
}
