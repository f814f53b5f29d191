import type { JsonValue } from '@/lib/base/json'
import { CatalogError } from '@/lib/catalog/entry/catalogError'
import type { Template, TemplateContext } from '@/lib/catalog/entry/entry'
import { measureTemplate } from './measureTemplate'

/** Contexts up to this size are not worth a look: no checked template makes much of them. */
const smallContext = 20_000
const most = 50_000_000

/**
 * Throws a CatalogError where rendering a template with this context could take long or make huge data: it repeats a large configuration too
 * often.
 */
export function demandBounded(template: Template, context: TemplateContext, place: string): void {
  const size = contextSize(context)
  if (size <= smallContext) return
  const { own, references } = measureTemplate(template).cost
  if (own + references * size > most) {
    throw new CatalogError(place, 'the template would make too much of so large a configuration')
  }
}

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
