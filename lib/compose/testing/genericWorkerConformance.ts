import type { JsonObject, JsonValue } from '@/lib/base/json'
import { readRecordedJson, readRecordedRows, recordingNames } from '@/lib/base/testing/recordings'
import type { Catalog } from '@/lib/catalog/entry/entry'
import { composeWorkerType } from '@/lib/compose/composeWorkerType'
import type { Composition } from '@/lib/compose/composition'
import type { Design } from '@/lib/compose/design/design'
import { importConfig } from '@/lib/compose/read/importConfig'

const worker = 'generic-worker'

/** A task of the data, with the targets and the configuration that it belongs to. */
export interface RecordedTask {
  targets: string[]
  config?: JsonObject
  stage?: string
  host?: { groups: string[] }
  task: JsonObject
}

/** What a worker of a target with a configuration makes of a payload. */
export interface RecordedVerdict {
  target: string
  config: JsonObject
  payload: JsonValue
  accepted: boolean
}

/** Names of the files of a kind, such as `accepted`. */
export function recordedNames(kind: string): string[] {
  return recordingNames(worker, kind).map((file) => file.replace(/\.json$/, ''))
}

/** A JSON file of the data. */
export function readRecorded<T>(...path: string[]): T {
  return readRecordedJson<T>(worker, `${path.join('/')}.json`)
}

/** All verdicts. */
export function recordedVerdicts(): RecordedVerdict[] {
  return readRecordedRows(worker, 'verdicts.ndjson')
}

/** The composition of a configuration, imported as it is for an engine. Throws where it cannot be imported. */
export function composeGenericWorker(
  catalog: Catalog,
  engine: string,
  config: JsonObject,
  members: Partial<Design> = {},
): Composition {
  const imported = importConfig(JSON.stringify(config), { catalog, worker: 'generic-worker', engine })
  if (!imported.ok) throw new Error(JSON.stringify(imported.problems))
  return composeWorkerType({ ...imported.value.design, ...members }, catalog)
}
