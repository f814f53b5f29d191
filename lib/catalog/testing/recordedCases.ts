import { existsSync } from 'node:fs'
import type { JsonValue } from '@/lib/base/json'
import { readRecordedRows, recordingNames, recordingPath } from '@/lib/base/testing/recordings'

const worker = 'taskcluster-worker'

/** What became of configurations: the program started with it, refused it, or ran tasks with it. */
export type CaseKind = 'accepted' | 'rejected' | 'outcomes'

/** A task that the program ran, and how it ended. */
export interface Outcome {
  workerType: string
  payload: JsonValue
  scopes: string[]
  reason: string
  stable: boolean
  hostDependent: boolean
}

/** Names of the recorded configurations of one kind. */
export function caseNames(kind: CaseKind): string[] {
  return recordingNames(worker, kind)
    .filter((file) => file.endsWith('.config.yml'))
    .map((file) => file.replace('.config.yml', ''))
}

/** The path of a case's configuration file. */
export function caseConfig(kind: CaseKind, name: string): string {
  return recordingPath(worker, kind, `${name}.config.yml`)
}

/** The path of the file with a case's environment, where it has one. */
export function caseEnvironment(kind: CaseKind, name: string): string | undefined {
  const file = recordingPath(worker, kind, `${name}.env.json`)
  return existsSync(file) ? file : undefined
}

/** The tasks of a worker type whose end says something of their payload. */
export function outcomesOf(workerType: string): Outcome[] {
  const rows = readRecordedRows<Outcome>(worker, 'outcomes', 'outcomes.ndjson')
  return rows.filter((row) => row.workerType === workerType && row.stable && !row.hostDependent)
}
