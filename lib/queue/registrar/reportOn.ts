import type { QueueCheck } from '@/lib/registry/queueCheck'
import { type QueueReport, queueReportSchema } from './queueReport'

/** The report of a check, if it is about this version. */
export function reportOn(version: { number: number }, check: QueueCheck | undefined): QueueReport | undefined {
  return check?.number === version.number ? queueReportSchema.parse(check.report) : undefined
}
