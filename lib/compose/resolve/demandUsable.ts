import type { JsonValue } from '@/lib/base/json'
import { appendPath } from '@/lib/base/path'
import { checkForeignSchema } from '@/lib/catalog/custom/checkForeignSchema'
import { checkPayloadPart } from '@/lib/catalog/custom/checkSchemas'
import type { Finding } from '@/lib/catalog/custom/customEntry'
import { CatalogError } from '@/lib/catalog/entry/catalogError'
import type { Component, ResolvedDesign } from './resolvedDesign'

const usable = new WeakSet<object>()

/**
 * Throws a CatalogError where a template of a custom entry gives a schema that cannot be joined with others. Entries are tried out when they are
 * added, but not with every configuration there is. Those that come with the product are not looked at again.
 */
export function demandUsable(
  component: Component,
  resolved: ResolvedDesign,
  schema: JsonValue,
  part: 'payloadSchema' | 'overlay',
): void {
  const { entry, label } = component
  if (entry.kind === 'worker' || !resolved.catalog.custom?.includes(label)) return
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) {
    throw new CatalogError(`${label}: ${part}`, 'this is no schema')
  }
  if (usable.has(schema)) return
  const findings: Finding[] =
    part === 'payloadSchema' ? checkPayloadPart(entry, schema, []) : checkForeignSchema(schema, [], { embedded: true })
  const [finding] = findings
  if (finding !== undefined) {
    throw new CatalogError(
      `${label}: ${finding.place.reduce<string>(appendPath, part)}`,
      finding.message.replace(/\.$/, ''),
    )
  }
  usable.add(schema)
}
