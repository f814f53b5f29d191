import type { JsonObject, JsonValue } from '@/lib/base/json'
import { pointerSegments } from '@/lib/base/path'
import type { Composition } from '@/lib/compose/composition'
import { exampleTask } from '@/lib/compose/documentation/exampleTask'
import { fillPlaceholders, placeholders } from '@/lib/compose/notices/requiredScopes'
import { previewTasks } from '@/lib/preview/previewTasks'
import { valuesAt } from '@/lib/preview/runCheck'
import { samplePayload } from '@/lib/schema/sample/samplePayload'
import { findViolations } from '@/lib/schema/validate/findViolations'

const SIZES = ['minimal', 'typical', 'full'] as const

const DESCRIPTIONS = {
  minimal: 'The smallest task of this worker type.',
  typical: 'A task that uses what most tasks of this worker type use.',
  full: 'A task that uses everything that this worker type offers.',
}

/**
 * Complete task definitions that this worker type runs, by size: checked against the payload schema and against what the worker refuses
 * beyond it, with the scopes that they need. A size for which no such payload was found gets that of the next smaller one; `full` is left
 * out where it adds nothing. Empty where no payload was found at all.
 */
export function exampleTasks(composition: Composition, effectiveSchema: JsonObject): Map<string, JsonObject> {
  const tasks = new Map<string, JsonObject>()
  let smaller: JsonValue | undefined
  for (const size of SIZES) {
    const found = samplePayload(effectiveSchema, { size })
    const distinct = JSON.stringify(found) !== JSON.stringify(smaller)
    if (size === 'full' && !distinct) continue
    const task = found === undefined ? undefined : taskOf(composition, size, found)
    if (task !== undefined && isRun(composition, task)) {
      tasks.set(size, task)
      smaller = found
    } else if (smaller !== undefined && size !== 'full') {
      tasks.set(size, taskOf(composition, size, smaller))
    }
  }
  return tasks
}

function taskOf(composition: Composition, size: (typeof SIZES)[number], payload: JsonValue): JsonObject {
  const taskQueueId = `${composition.provisionerId}/${composition.workerType}`
  const scopes = exampleScopes(composition, payload)
  return exampleTask({ taskQueueId, name: `Example, ${size}`, description: DESCRIPTIONS[size], payload, scopes })
}

function isRun(composition: Composition, task: JsonObject): boolean {
  const [verdict] = previewTasks(composition, [{ source: 'example', index: 0, value: task }])
  return verdict?.ok === true
}

/** The scopes that a task with this payload needs of its own, sorted. */
export function exampleScopes({ checks }: Composition, payload: JsonValue): string[] {
  const scopes = checks.flatMap((check) => {
    if (check.kind !== 'scope') return []
    if ((check.payload ?? []).some((condition) => findViolations(condition, payload).length > 0)) return []
    return valuesAt(payload, check.at)
      .filter(({ value }) => check.when === undefined || findViolations(check.when, value).length === 0)
      .map(({ pointer, value }) =>
        fillPlaceholders(check.anyOf[0] ?? '', placeholders(value, pointerSegments(pointer).at(-1) ?? '')),
      )
  })
  return [...new Set(scopes)].sort()
}
