import type { JsonValue } from '@/lib/base/json'
import type { Composition } from '@/lib/compose/composition'
import { byteLengthViolations } from '@/lib/schema/validate/byteLengthViolations'
import { compilePayloadValidator } from '@/lib/schema/validate/compilePayloadValidator'
import type { SchemaViolation } from '@/lib/schema/validate/explain/finding'
import { attributeViolations } from './attributeViolations'
import { runCheck } from './runCheck'
import { declaredNames, type TaskParts, taskParts } from './taskParts'
import type { PreviewTask, TaskError, TaskFinding, TaskVerdict } from './taskVerdict'

/** What is known beside the tasks. */
export interface PreviewOptions {
  /** facts of the machines that will run them, by name: `groups` */
  host?: Record<string, string[]>
}

/**
 * What becomes of tasks on a worker type: what its Queue would refuse, and what the worker would refuse beyond that. Lazy, in order, one
 * verdict a task; nothing is kept between tasks. The composition needs a base schema.
 */
export function* previewTasks(
  composition: Composition,
  tasks: Iterable<PreviewTask>,
  { host }: PreviewOptions = {},
): Generator<TaskVerdict> {
  const { baseSchema } = composition
  if (baseSchema === undefined) throw new Error('a composition without a payload schema cannot preview tasks')
  const declared = declaredNames(baseSchema)
  for (const task of tasks) {
    const read = taskParts(task, declared)
    const parts = host === undefined ? read : { ...read, facts: { ...read.facts, host } }
    const { foreign } = parts
    const errors = foreign === undefined ? schemaErrors(composition, parts.payload) : [{ path: '', message: foreign }]
    const findings = foreign === undefined ? taskFindings(composition, parts, errors) : []
    const valid = errors.length === 0
    yield {
      source: task.source,
      index: task.index,
      name: parts.name,
      valid,
      ok: valid && !findings.some((finding) => finding.severity === 'error'),
      errors,
      findings,
    }
  }
}

function schemaErrors(composition: Composition, payload: JsonValue): TaskError[] {
  const { effectiveSchema } = composition
  if (effectiveSchema === undefined) return hopeless(composition)
  const violations = compilePayloadValidator(effectiveSchema)(payload)
  if (violations.length === 0) return []
  return attributeViolations(violations, payload, composition).map(({ violation, restriction }) => {
    const error = { path: violation.path, message: withHint(violation) }
    if (restriction === undefined) return error
    const { id, component, reason } = restriction
    return { ...error, message: `${error.message}: ${reason}`, restriction: { id, component, reason } }
  })
}

function hopeless(composition: Composition): TaskError[] {
  return composition.problems
    .filter((problem) => problem.severity === 'error')
    .map((problem) => ({ path: '', message: problem.message }))
}

function taskFindings(composition: Composition, task: TaskParts, errors: TaskError[]): TaskFinding[] {
  // it is the worker's own schema whose lengths the worker counts in bytes, not what the engine lacks
  const schema = composition.unrestrictedSchema ?? composition.baseSchema
  const found = composition.checks.flatMap((check) => {
    if (check.kind === 'dropped' || check.kind === 'overlay') {
      // what is refused at a place is not dropped there as well
      return runCheck(check, task).filter(({ path }) => !errors.some((error) => isWithin(path, error.path)))
    }
    if (check.kind !== 'byteLength') return runCheck(check, task)
    if (schema === undefined) return []
    return byteLengthViolations(schema, task.payload, new Set(check.except)).map((violation) => ({
      id: check.id,
      severity: check.severity,
      path: violation.path,
      message: `${violation.message}.`,
    }))
  })
  // two components may have the same to say of a place
  return [...new Map(found.map((finding) => [JSON.stringify([finding.path, finding.message]), finding])).values()]
}

function isWithin(path: string, outer: string): boolean {
  return path === outer || (outer !== '' && path.startsWith(`${outer}/`))
}

function withHint(violation: SchemaViolation): string {
  return violation.hint === undefined ? violation.message : `${violation.message} (${violation.hint})`
}
