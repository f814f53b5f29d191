import jsone from 'json-e'
import type { JsonValue } from '@/lib/base/json'
import { CatalogError } from '@/lib/catalog/entry/catalogError'
import { durationSeconds, durationText } from '@/lib/catalog/entry/durations'
import type { TemplateContext } from '@/lib/catalog/entry/entry'
import { compareVersions } from '@/lib/catalog/entry/versions'

/** JSON-e reads the clock into `now`; entries must mean the same at any time. */
const NOW = '2000-01-01T00:00:00.000Z'

/**
 * Renders one JSON-e template with the closed context and the catalog's own functions; `undefined` where the template
 * removes itself (an `$if` without `else`). Throws a CatalogError with `place` where the template is wrong.
 */
export function renderOperators(
  template: JsonValue,
  context: TemplateContext,
  place: string,
): { value: JsonValue | undefined } {
  try {
    const rendered: { value?: JsonValue } = jsone(
      { value: template },
      {
        config: context.config,
        settings: context.settings,
        engine: context.engine,
        plugins: context.plugins,
        workerVersion: context.workerVersion,
        provisionerId: context.provisionerId,
        workerType: context.workerType,
        pool: context.pool,
        durationSeconds: demandDuration(durationSeconds),
        durationText: demandDuration(durationText),
        since: (version: JsonValue) => compareVersions(context.workerVersion, String(version)) >= 0,
        now: NOW,
      },
    )
    return { value: rendered.value }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new CatalogError(place, `the template cannot be rendered: ${reason}`, { cause: error })
  }
}

function demandDuration<T>(convert: (value: JsonValue) => T | undefined): (value: JsonValue) => T {
  return (value) => {
    const converted = convert(value)
    if (converted === undefined) throw new TypeError(`${JSON.stringify(value)} is not a duration`)
    return converted
  }
}
