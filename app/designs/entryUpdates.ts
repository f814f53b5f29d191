import type { Problem } from '@/lib/base/problem'
import { compareVersions } from '@/lib/catalog/compareVersions'
import { catalogVersions } from '@/lib/compose/catalogVersions'
import { composeWorkerType } from '@/lib/compose/composeWorkerType'
import type { Composition } from '@/lib/compose/composition'
import { entryLabel } from '@/lib/registry/entryName'
import { listSchemaChanges, type SchemaChange } from '@/lib/schema/listSchemaChanges'
import type { ComposedText } from '../server/composeText'
import type { OpenedCatalog } from '../server/openCatalog'

/**
 * A version of an entry that a design could keep to instead of what it keeps to: `newer` where the catalog has a newer one, `gone` where the one that it
 * was made with is not there any more, `unpinned` where it uses a custom entry and names no version.
 */
export interface EntryUpdate {
  kind: 'newer' | 'gone' | 'unpinned'
  /** `plugin recordscreen` */
  label: string
  /** what the design names; for `unpinned` what it happens to use */
  from: string
  to: string
  /** what `to` would change of the payload schema; undefined where the two cannot be compared */
  changes?: SchemaChange[]
  /** errors that the design would have with `to` and has not now */
  errors: Problem[]
}

/** The versions that a design could take, by label. */
export function entryUpdates({ composition, catalog }: ComposedText, opened: OpenedCatalog): EntryUpdate[] {
  if (composition === undefined) return []
  const pins = composition.design.catalog ?? {}
  return Object.entries(catalogVersions(composition, catalog)).flatMap(([label, used]): EntryUpdate[] => {
    const pinned = Object.hasOwn(pins, label) ? pins[label] : undefined
    const newest = newestVersion(label, composition.worker, opened)
    if (newest !== undefined && compareVersions(newest, used) > 0) {
      return [{ kind: 'newer', label, from: used, to: newest, ...compareWith(composition, label, newest, opened) }]
    }
    if (pinned !== undefined && pinned !== used) return [{ kind: 'gone', label, from: pinned, to: used, errors: [] }]
    if (pinned === undefined && newest !== undefined) {
      return [{ kind: 'unpinned', label, from: used, to: used, errors: [] }]
    }
    return []
  })
}

/** The newest version of a custom entry; undefined for those of the product. */
function newestVersion(label: string, worker: string, { entries }: OpenedCatalog): string | undefined {
  return entries
    .filter((known) => known.entry !== undefined && known.worker === worker && entryLabel(known) === label)
    .map(({ version }) => version)
    .sort(compareVersions)
    .at(-1)
}

function compareWith(now: Composition, label: string, version: string, { catalogFor }: OpenedCatalog) {
  const catalog = { ...now.design.catalog, [label]: version }
  const then = composeWorkerType({ ...now.design, catalog }, catalogFor(catalog))
  const known = new Set(now.problems.map(({ code, path, message }) => `${code} ${path} ${message}`))
  const errors = then.problems.filter(
    ({ severity, code, path, message }) => severity === 'error' && !known.has(`${code} ${path} ${message}`),
  )
  if (now.effectiveSchema === undefined || then.effectiveSchema === undefined) return { errors }
  return { changes: listSchemaChanges(now.effectiveSchema, then.effectiveSchema), errors }
}
