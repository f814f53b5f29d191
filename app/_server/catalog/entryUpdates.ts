import type { ComposedText } from '@/app/_server/services/composeText'
import type { JsonObject } from '@/lib/base/json'
import type { Problem } from '@/lib/base/problem'
import { compareVersions } from '@/lib/catalog/entry/versions'
import type { SchemaChange, SchemaComparison } from '@/lib/compare/schemaComparison'
import type { Composition } from '@/lib/compose/composition'
import type { Design } from '@/lib/compose/design/design'
import { catalogVersions } from '@/lib/compose/read/pinVersions'
import { entryLabel } from '@/lib/registry/entries/entries'
import type { ReviewSide } from '@/lib/review/reviewSide'
import type { OpenedCatalog } from './openCatalog'

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

/** Compares the schemas of two states of a worker type. */
export type Compare = (old: ReviewSide, next: ReviewSide) => Promise<SchemaComparison>

/** Composes a design with the versions that it pins. */
export type Compose = (design: Design) => Promise<Pick<ComposedText, 'composition' | 'problems'>>

/** The versions that a design could take, by label. */
export async function entryUpdates(
  { composition, catalog }: ComposedText,
  opened: OpenedCatalog,
  compose: Compose,
  compare: Compare,
): Promise<EntryUpdate[]> {
  if (composition === undefined) return []
  const pins = composition.design.catalog ?? {}
  const updates = Object.entries(catalogVersions(composition, catalog)).map(
    async ([label, used]): Promise<EntryUpdate[]> => {
      const pinned = Object.hasOwn(pins, label) ? pins[label] : undefined
      const newest = newestVersion(label, composition.worker, opened)
      if (newest !== undefined && compareVersions(newest, used) > 0) {
        const comes = await compareWith(composition, label, newest, compose, compare)
        return [{ kind: 'newer', label, from: used, to: newest, ...comes }]
      }
      if (pinned !== undefined && pinned !== used) return [{ kind: 'gone', label, from: pinned, to: used, errors: [] }]
      if (pinned === undefined && newest !== undefined)
        return [{ kind: 'unpinned', label, from: used, to: used, errors: [] }]
      return []
    },
  )
  return (await Promise.all(updates)).flat()
}

/** The newest version of a custom entry; undefined for those of the product. */
function newestVersion(label: string, worker: string, { entries }: OpenedCatalog): string | undefined {
  return entries
    .filter((known) => known.entry !== undefined && known.worker === worker && entryLabel(known) === label)
    .map(({ version }) => version)
    .sort(compareVersions)
    .at(-1)
}

async function compareWith(
  now: Composition,
  label: string,
  version: string,
  compose: Compose,
  compare: Compare,
): Promise<Pick<EntryUpdate, 'changes' | 'errors'>> {
  const catalog = { ...now.design.catalog, [label]: version }
  const { composition: then, problems } = await compose({ ...now.design, catalog })
  const known = new Set(now.problems.map(({ code, path, message }) => `${code} ${path} ${message}`))
  const errors = problems.filter(
    ({ severity, code, path, message }) => severity === 'error' && !known.has(`${code} ${path} ${message}`),
  )
  if (now.effectiveSchema === undefined || then?.effectiveSchema === undefined) return { errors }
  const side = (composition: Composition, payloadSchema: JsonObject, of: string): ReviewSide => ({
    label: `version ${of}`,
    payloadSchema,
    composition,
    catalogVersions: {},
  })
  const { changes } = await compare(side(now, now.effectiveSchema, 'now'), side(then, then.effectiveSchema, version))
  return { changes, errors }
}
