import type { JsonObject } from '../../base/json'

/** How a process is. `serving`: send it requests; `degraded`: it serves, and its owner should look. */
export interface HealthReport {
  serving: boolean
  degraded: boolean
  detail: JsonObject
}

/** The answer of `/health`: 200 for a balancer to go on, 503 to send nothing here. */
export function healthAnswer({ serving, degraded, detail }: HealthReport, stopping: boolean) {
  const status = stopping ? 'stopping' : serving ? (degraded ? 'degraded' : 'ok') : 'not-serving'
  return { statusCode: serving && !stopping ? 200 : 503, body: { status, ...detail } }
}
