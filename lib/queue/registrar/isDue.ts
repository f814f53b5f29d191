import type { QueueReport } from './queueReport'

/** True where a worker type is missing, or expires within the time, in milliseconds. */
export function isDue(report: QueueReport, now: Date, warnBefore: number): boolean {
  if (report.state === 'missing') return true
  return report.expires !== null && Date.parse(report.expires) - now.getTime() < warnBefore
}
