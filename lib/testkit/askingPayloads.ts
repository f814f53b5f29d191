import type { JsonValue } from '@/lib/base/json'
import type { TaskFeature } from '@/lib/catalog/taskFeature'
import { askingPayload } from './askingPayload'
import type { KitComposition } from './kitComposition'

const known = new Map<string, JsonValue[]>()
const mostKnown = 20

/** Payloads that ask for each task feature of an entry: once in any way, and once for each call that is made for it. */
export function askingPayloads(features: readonly TaskFeature[], { composition }: KitComposition): JsonValue[] {
  const schema = composition.unrestrictedSchema
  if (schema === undefined) return []
  const key = JSON.stringify([schema, features])
  const found = known.get(key)
  if (found !== undefined) return found
  const payloads = features
    .flatMap((feature) => [undefined, ...(feature.calls ?? [])].map((call) => askingPayload(schema, feature, call)))
    .filter((payload) => payload !== undefined)
  if (known.size >= mostKnown) known.clear()
  known.set(key, payloads)
  return payloads
}
