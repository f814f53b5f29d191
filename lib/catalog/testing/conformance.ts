import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { readRecordedJson } from '@/lib/base/testing/recordings'
import { type CaseKind, caseConfig, caseEnvironment, caseNames } from './recordedCases'

const worker = 'taskcluster-worker'

/** A configuration of the real program, with references to the environment already replaced. */
export interface RecordedConfig {
  name: string
  config: {
    engine: string
    engines: Record<string, JsonValue>
    plugins: Record<string, JsonValue>
    settings: JsonObject
  }
}

/** The configurations that the real program accepted, with the payload schema that it reported for each. */
export function acceptedCases(): (RecordedConfig & { schema: JsonObject })[] {
  return caseNames('accepted').map((name) => ({
    ...recordedConfig('accepted', name),
    schema: readRecordedJson<JsonObject>(worker, 'accepted', `${name}.schema.json`),
  }))
}

/** The configurations that the real program refused while loading, with the places that it named. */
export function casesRefusedAtLoad(): (RecordedConfig & { at: string[] })[] {
  const index = readRecordedJson<Record<string, { stage: string; at?: string[] }>>(worker, 'rejected', 'index.json')
  return Object.entries(index).flatMap(([name, { stage, at }]) =>
    stage === 'load' && at !== undefined && at.length > 0 ? [{ ...recordedConfig('rejected', name), at }] : [],
  )
}

function recordedConfig(kind: CaseKind, name: string): RecordedConfig {
  const environment = caseEnvironment(kind, name)
  const variables: Record<string, string> =
    environment === undefined ? {} : JSON.parse(readFileSync(environment, 'utf8'))
  const text = readFileSync(caseConfig(kind, name), 'utf8')
  // the program reads YAML 1.1, where a bare N is a boolean
  const document: { transforms?: string[]; config: JsonValue } = parse(text, { version: '1.1' })
  const config = document.transforms?.includes('env') ? replaceReferences(document.config, variables) : document.config
  if (!isJsonObject(config)) throw new Error(`${name} has no config`)
  const { engine, engines = {}, plugins = {}, ...settings } = config
  if (typeof engine !== 'string' || !isJsonObject(engines) || !isJsonObject(plugins)) {
    throw new Error(`${name} is no configuration`)
  }
  return { name, config: { engine, engines, plugins, settings } }
}

function replaceReferences(value: JsonValue, variables: Record<string, string>): JsonValue {
  if (Array.isArray(value)) return value.map((item) => replaceReferences(item, variables))
  if (!isJsonObject(value)) return value
  if (typeof value.$env === 'string') return readVariable(variables[value.$env] ?? '', value.type)
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, replaceReferences(one, variables)]))
}

function readVariable(text: string, type: JsonValue | undefined): JsonValue {
  switch (type) {
    case 'number':
      return Number(text)
    case 'json':
      return JSON.parse(text)
    case 'bool':
      return text.toLowerCase() === 'true'
    case 'list':
      return text.split(' ')
    default:
      return text
  }
}
