import { type Document, isScalar } from 'yaml'
import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { parseYamlDocuments, yamlErrorText } from '@/lib/base/parseYaml'
import { fail, type Result, succeed } from '@/lib/base/problem'
import { toJson } from '@/lib/compose/read/readYaml'
import type { PreviewTask } from './taskVerdict'

/** Longest text that is read as tasks, in characters. */
export const MAX_TASKS_LENGTH = 200_000_000

/**
 * Reads tasks from text: one JSON or YAML document (a task, a list of tasks, or what `unfoldTasks` knows), several YAML documents, or
 * NDJSON. Fails with `unreadable-tasks` and the line, or `no-tasks`.
 */
export function readTasks(text: string, source: string): Result<PreviewTask[]> {
  if (text.length > MAX_TASKS_LENGTH) return refuse(source, 'The text is too long to be read as tasks.')
  if (text.trim() === '') return refuse(source, 'There is no task in it.', 'no-tasks')
  const whole = parseJson(text)
  if (whole !== undefined) return succeed(toTasks(Array.isArray(whole) ? whole : [whole], source))
  const lines = readLines(text, source)
  return lines ?? readYamlTasks(text, source)
}

const DOCUMENT_START = /^---\s*$/

/** NDJSON, recognised by a first line that is JSON by itself; undefined for other texts, such as JSON documents with `---` between them. */
function readLines(text: string, source: string): Result<PreviewTask[]> | undefined {
  const lines = text.split('\n')
  const first = lines.find((line) => line.trim() !== '')
  if (first === undefined || !/^\s*[{[]/.test(first) || parseJson(first) === undefined) return undefined
  const values: JsonValue[] = []
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue
    const value = parseJson(line)
    if (value === undefined && DOCUMENT_START.test(line)) return undefined
    if (value === undefined) return refuse(source, 'This line is no JSON.', 'unreadable-tasks', index + 1)
    values.push(value)
  }
  return succeed(toTasks(values, source))
}

/** Every document is a task or a list of them; empty ones, as a `---` at the end makes them, are none. */
function readYamlTasks(text: string, source: string): Result<PreviewTask[]> {
  const parsed = parseYamlDocuments(text, { version: '1.2' })
  if (parsed.trouble) {
    const { words, line } = parsed.trouble
    return refuse(source, `The text ${words}.`, 'unreadable-tasks', line)
  }
  const { documents, placeOf } = parsed
  const values: JsonValue[] = []
  for (const { document, error } of documents) {
    if (error) {
      const { line } = placeOf(error.pos[0])
      return refuse(source, `Neither JSON nor YAML: ${yamlErrorText(error)}.`, 'unreadable-tasks', line)
    }
    if (isEmpty(document)) continue
    try {
      const value = toJson(document.toJS({ mapAsMap: true, maxAliasCount: 1000 }))
      if (Array.isArray(value)) for (const each of value) values.push(each)
      else values.push(value)
    } catch (cause) {
      const circular = cause instanceof RangeError && 'an alias leads back to itself, or it nests too deeply'
      const reason = circular || (cause instanceof Error ? cause.message : 'unknown reason')
      const { line } = placeOf(document.contents?.range?.[0] ?? document.range?.[0] ?? 0)
      return refuse(source, `The text cannot be read as data: ${reason.replace(/\.$/, '')}.`, 'unreadable-tasks', line)
    }
  }
  if (values.length === 0) return refuse(source, 'There is no task in it.', 'no-tasks')
  return succeed(toTasks(values, source))
}

function isEmpty({ contents }: Document): boolean {
  return contents === null || (isScalar(contents) && contents.value === null && !contents.source)
}

function toTasks(values: JsonValue[], source: string): PreviewTask[] {
  return values.flatMap(unfoldTasks).map((value, index) => ({ source, index, value }))
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

/**
 * The tasks in a document that holds several: a task graph as taskgraph writes it (`task-graph.json`, label or task ID to task), the answer of
 * `queue.listTaskGroup` (`tasks`) or `hooks.listHooks` (`hooks`). Any other value is itself.
 */
export function unfoldTasks(value: JsonValue): JsonValue[] {
  if (!isJsonObject(value)) return [value]
  if (typeof value.taskGroupId === 'string' && isListOf(value.tasks, isAround)) return value.tasks
  if (isListOf(value.hooks, (hook) => typeof hook.hookId === 'string')) return value.hooks
  const members = Object.values(value)
  return isListOf(members, isNode) && members.some(isAround) ? members : [value]
}

/** What stands around a task in a graph beside `task`; no payload has members that all look so. */
const graphWords = ['label', 'task_id', 'attributes', 'dependencies', 'kind', 'optimization']

function isNode(value: JsonObject): boolean {
  return isJsonObject(value.task) && graphWords.some((word) => Object.hasOwn(value, word))
}

function isAround(value: JsonValue): boolean {
  return isJsonObject(value) && isJsonObject(value.task) && Object.hasOwn(value.task, 'payload')
}

function isListOf(value: JsonValue | undefined, fits: (item: JsonObject) => boolean): value is JsonObject[] {
  return Array.isArray(value) && value.every((item) => isJsonObject(item) && fits(item))
}
