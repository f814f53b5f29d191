import type { JsonValue } from '@/lib/base/json'
import type { TemplateContext } from './entry'

const known = new WeakMap<TemplateContext, number>()

/**
 * How much a template can see of a context: its values, keys and characters together. Members that are read through a getter are not
 * touched and count as one. The answer is kept for each context.
 */
export function contextSize(context: TemplateContext): number {
  const answer = known.get(context)
  if (answer !== undefined) return answer
  const { config, settings, engine, provisionerId, workerType } = context
  let size = 0
  const open: JsonValue[] = [config, settings, engine.volumeSchema, engine.name, provisionerId, workerType]
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    size += typeof value === 'string' ? value.length + 1 : 1
    if (typeof value !== 'object' || value === null) continue
    if (Array.isArray(value)) {
      for (const item of value) open.push(item)
    } else {
      for (const key of Object.keys(value)) {
        size += key.length + 1
        const member: JsonValue | undefined = Object.getOwnPropertyDescriptor(value, key)?.value
        if (member !== undefined) open.push(member)
      }
    }
  }
  known.set(context, size)
  return size
}
