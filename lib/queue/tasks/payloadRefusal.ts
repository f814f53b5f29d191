import type { SchemaViolation } from '../../schema/schemaViolation'
import { validationMessage } from '../api/validationMessage'

/** The words of a refusal: every violation with its place and a way out, and where the schema can be read. */
export function payloadRefusal(rootUrl: string, taskQueueId: string, violations: SchemaViolation[]): string {
  const page = `${rootUrl}/worker-types/${taskQueueId}`
  const lines = violations.map(({ path, message, hint }) => `data/payload${path} ${message}${hint ? ` (${hint})` : ''}`)
  const about = `Worker type ${taskQueueId} runs no such task. Its payload schema: ${page}`
  return `${validationMessage(page, lines)}\n\n${about}`
}
