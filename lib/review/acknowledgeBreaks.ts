import type { JsonValue } from '@/lib/base/json'
import { fail, type Problem, type Result, succeed } from '@/lib/base/problem'
import type { SchemaChange } from '@/lib/compare/schemaComparison'

/** A break that somebody knows of and wants. */
export interface AcknowledgedBreak {
  id: string
  effect: 'narrows' | 'undecided'
  path: string
  sentence: string
  component?: string
  witness?: JsonValue
  reason: string
}

/** What somebody has said about breaks. */
export interface Confirmation {
  /** the reason why a break is wanted, by the id of the change */
  reasonFor: (id: string) => string
  /** the name of the worker type as it was typed */
  typedName: string
}

const longestReason = 2000

/**
 * The breaks with their reasons. Problems: `break-not-acknowledged` for each that has none, `reason-too-long`, and `name-not-typed` where
 * there is a break and the name is not that of the worker type.
 */
export function acknowledgeBreaks(
  breaking: readonly SchemaChange[],
  taskQueueId: string,
  { reasonFor, typedName }: Confirmation,
): Result<AcknowledgedBreak[]> {
  if (breaking.length === 0) return succeed([])
  const acknowledged = breaking.map((change) => acknowledge(change, reasonFor(change.id).trim()))
  const problems = acknowledged.flatMap(({ path, sentence, reason }): Problem[] => {
    if (reason === '') return [unexplained(path, sentence)]
    return reason.length > longestReason ? [tooLong(path)] : []
  })
  if (typedName.trim() !== taskQueueId) problems.push(nameNotTyped(taskQueueId))
  return problems.length > 0 ? fail(problems) : succeed(acknowledged)
}

function acknowledge(change: SchemaChange, reason: string): AcknowledgedBreak {
  const { id, effect, path, sentence, component, witness } = change
  return {
    id,
    effect: effect === 'narrows' ? 'narrows' : 'undecided',
    path,
    sentence,
    ...(component === undefined ? {} : { component }),
    ...(witness === undefined ? {} : { witness }),
    reason,
  }
}

function unexplained(path: string, sentence: string): Problem {
  return {
    code: 'break-not-acknowledged',
    severity: 'error',
    message: `This break has no reason yet: ${sentence}`,
    path,
    help: 'Say why it is wanted, or change the design. Nothing was registered.',
  }
}

function tooLong(path: string): Problem {
  const message = `A reason has at most ${longestReason} characters.`
  return { code: 'reason-too-long', severity: 'error', message, path, help: 'Say it shorter.' }
}

/** The problem of a name that is not the one of the worker type. */
export function nameNotTyped(taskQueueId: string): Problem {
  return {
    code: 'name-not-typed',
    severity: 'error',
    message: `The name that was typed is not ${taskQueueId}.`,
    path: '',
    help: 'Type the name of the worker type to confirm. Nothing was registered.',
  }
}
