import 'server-only'
import type { JsonObject } from '@/lib/base/json'
import { compareInWorker } from '@/lib/compare/compareInWorker'
import { breakingChanges } from '@/lib/review/breakingChanges'
import type { SchemaChange } from '@/lib/schema/compare/schemaComparison'

/** The changes from one payload schema to another that break tasks, or may; found in a thread, within the time budget. */
export async function findBreaks(old: JsonObject, next: JsonObject): Promise<SchemaChange[]> {
  return breakingChanges(await compareInWorker(old, next))
}
