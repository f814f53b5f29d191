import { isAlias, parseAllDocuments } from 'yaml'
import type { JsonValue } from '../base/json'
import { fail, type Result, succeed } from '../base/problem'
import { toJson } from '../compose/toJson'
import type { PreviewTask } from './previewTask'

/** Longest text that is read as tasks, in characters. */
export const MAX_TASKS_LENGTH = 200_000_000

/**
 * Reads tasks from text: one JSON or YAML document (a task or a list of tasks), several YAML documents, or NDJSON. Fails with
 * `unreadable-tasks` and the line, or `no-tasks`.
 */
export function readTasks(text: string, source: string): Result<PreviewTask[]> {
  if (text.length > MAX_TASKS_LENGTH) return refuse(source, 'The text is too long to be read as tasks.')
  if (text.trim() === '') return refuse(source, 'There is no task in it.', 'no-tasks')
  const whole = parseJson(text)
  if (whole !== undefined) return succeed(toTasks(Array.isArray(whole) ? whole : [whole], source))
  const lines = readLines(text, source)
  return lines ?? readYamlTasks(text, source)
}

/** NDJSON, recognised by a first line that is JSON by itself; undefined for other texts. */
function readLines(text: string, source: string): Result<PreviewTask[]> | undefined {
  const lines = text.split('\n')
  const first = lines.find((line) => line.trim() !== '')
  if (first === undefined || !/^\s*[{[]/.test(first) || parseJson(first) === undefined) return undefined
  const values: JsonValue[] = []
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue
    const value = parseJson(line)
    if (value === undefined) return refuse(source, 'This line is no JSON.', 'unreadable-tasks', index + 1)
    values.push(value)
  }
  return succeed(toTasks(values, source))
}

function readYamlTasks(text: string, source: string): Result<PreviewTask[]> {
  const documents = parseAllDocuments(text, { prettyErrors: true, version: '1.2' })
  if (!Array.isArray(documents)) return refuse(source, 'There is no task in it.', 'no-tasks')
  const values: JsonValue[] = []
  for (const document of documents) {
    const [error] = document.errors
    if (error) {
      return refuse(
        source,
        `Neither JSON nor YAML: ${error.message.split('\n')[0]}`,
        'unreadable-tasks',
        error.linePos?.[0].line,
      )
    }
    if (document.contents === null || isAlias(document.contents)) continue
    try {
      const value = toJson(document.toJS({ mapAsMap: true, maxAliasCount: 1000 }))
      if (Array.isArray(value)) values.push(...value)
      else values.push(value)
    } catch (cause) {
      return refuse(
        source,
        `The text cannot be read as data: ${cause instanceof Error ? cause.message : 'unknown reason'}.`,
      )
    }
  }
  return succeed(toTasks(values, source))
}

function toTasks(values: JsonValue[], source: string): PreviewTask[] {
  return values.map((value, index) => ({ source, index, value }))
}

function parseJson(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue
  } catch {
    return undefined
  }
}

function refuse(file: string, message: string, code = 'unreadable-tasks', line?: number): Result<PreviewTask[]> {
  return fail([{ code, severity: 'error', message, path: '', file, ...(line === undefined ? {} : { line }) }])
}
