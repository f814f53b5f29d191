import type { JsonObject } from '@/lib/base/json'
import type { Problem } from '@/lib/base/problem'
import type { ResolvedDesign } from './resolvedDesign'

/** Room is left below the 512 KB of `checkSchema` for what narrowing adds. */
const largest = 400 * 1024

/** An error where the payload parts of custom entries together are larger than can be checked and registered. */
export function checkSize(schema: JsonObject, resolved: ResolvedDesign): Problem[] {
  const custom = resolved.catalog.custom ?? []
  if (![resolved.engine, ...resolved.plugins].some(({ label }) => custom.includes(label))) return []
  const size = new TextEncoder().encode(JSON.stringify(schema)).length
  if (size <= largest) return []
  return [
    {
      code: 'schema-too-large',
      severity: 'error',
      message: `The payload schema has ${Math.ceil(size / 1024)} KB; at most ${largest / 1024} KB can be registered.`,
      path: 'plugins',
      help: 'Leave out a plugin whose payload schema is large.',
    },
  ]
}
