import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { fail, type Result, succeed } from '@/lib/base/problem'
import { describeViolations } from '@/lib/compose/design/describeViolations'
import type { Design, Reference } from '@/lib/compose/design/design'
import { designSchema } from '@/lib/compose/design/designSchema'
import { isReference } from '@/lib/compose/design/references'
import { findViolations } from '@/lib/schema/validate/findViolations'
import { locateProblem } from './importConfig'
import { readYaml, type YamlSource } from './readYaml'

/** A design and the way back to the lines of its text. */
export interface ParsedDesign {
  design: Design
  source: YamlSource
}

/**
 * Reads a design document (YAML 1.2 or JSON). Members that are left out get their defaults: strict, no plugins, no settings. Fails with
 * `unreadable-yaml`, `document-too-large` or `design-invalid`, each with its line.
 */
export function parseDesign(text: string, file?: string): Result<ParsedDesign> {
  const yaml = readYaml(text, 'design', file)
  if (!yaml.ok) return yaml
  const { data } = yaml.value
  const problems = describeViolations(findViolations(designSchema, data), data, []).map((problem) =>
    locateProblem({ ...problem, code: 'design-invalid' }, yaml.value, file),
  )
  if (problems.length > 0 || !isJsonObject(data)) return fail(problems)
  return succeed({ design: toDesign(data), source: yaml.value })
}

function toDesign(data: JsonObject): Design {
  const engine = object(data.engine)
  return {
    worker: text(data.worker),
    provisionerId: textOrReference(data.provisionerId),
    workerType: textOrReference(data.workerType),
    description: text(data.description),
    strict: data.strict !== false,
    ...(typeof data.workerVersion === 'string' ? { workerVersion: data.workerVersion } : {}),
    ...(typeof data.rootUrl === 'string' ? { rootUrl: data.rootUrl } : {}),
    engine: { name: textOrReference(engine.name), config: engine.config ?? {} },
    plugins: object(data.plugins),
    disabledPlugins: texts(data.disabledPlugins) ?? [],
    otherEngines: object(data.otherEngines),
    settings: object(data.settings),
    samples: object(data.samples),
    ...(data.transforms === undefined ? {} : { transforms: texts(data.transforms) }),
    ...(isJsonObject(data.pool) ? { pool: data.pool } : {}),
    ...(data.catalog === undefined ? {} : { catalog: versions(data.catalog) }),
  }
}

function object(value: JsonValue | undefined): JsonObject {
  return isJsonObject(value) ? value : {}
}

function versions(value: JsonValue): Record<string, string> {
  return Object.fromEntries(Object.entries(object(value)).map(([label, version]) => [label, text(version)]))
}

function text(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : ''
}

function texts(value: JsonValue | undefined): string[] | undefined {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : undefined
}

function textOrReference(value: JsonValue | undefined): string | Reference {
  if (value !== undefined && isReference(value)) return value
  return text(value)
}
