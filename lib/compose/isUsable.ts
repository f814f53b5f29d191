import { isJsonObject, type JsonValue } from '@/lib/base/json'
import type { Problem } from '@/lib/base/problem'

/** True when no error concerns a component, so that its templates can be rendered. */
export function isUsable(config: JsonValue, label: string, problems: Problem[]): boolean {
  return (
    isJsonObject(config) && !problems.some((problem) => problem.severity === 'error' && problem.component === label)
  )
}
