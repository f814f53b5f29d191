import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

// from this file and not from the working directory, so that tests and benches may start anywhere
const folder = fileURLToPath(new URL('../../../conformance', import.meta.url))

/** The path of a recording of the real worker programs, in `conformance/`. */
export function recordingPath(...path: string[]): string {
  return join(folder, ...path)
}

/** The names of the files in a folder of recordings, in order. */
export function recordingNames(...path: string[]): string[] {
  return readdirSync(recordingPath(...path)).sort()
}

/** The text of a recording. */
export function readRecording(...path: string[]): string {
  return readFileSync(recordingPath(...path), 'utf8')
}

/** The value of a JSON file. */
export function readRecordedJson<T>(...path: string[]): T {
  return JSON.parse(readRecording(...path))
}

/** The values of a file that has one JSON value a line. */
export function readRecordedRows<T>(...path: string[]): T[] {
  const lines = readRecording(...path).split('\n')
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line))
}
