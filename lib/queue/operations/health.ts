import type { JsonObject } from '@/lib/base/json'
import type { StoreDisk } from '@/lib/registry/store'

/** How a process is. `serving`: send it requests; `degraded`: it serves, and its owner should look. */
export interface HealthReport {
  serving: boolean
  degraded: boolean
  detail: JsonObject
}

/** The same with the disk of an embedded database: the owner should look before it is full. */
export function withDisk({ serving, degraded, detail }: HealthReport, disk: StoreDisk | undefined): HealthReport {
  if (disk === undefined) return { serving, degraded, detail }
  const room = disk.room()
  const told = { ...detail, disk: { room, freeBytes: disk.freeBytes() } }
  return { serving, degraded: degraded || room !== 'enough', detail: told }
}

/** The answer of `/health`: 200 for a balancer to go on, 503 to send nothing here. */
export function healthAnswer({ serving, degraded, detail }: HealthReport, stopping: boolean) {
  const status = stopping ? 'stopping' : serving ? (degraded ? 'degraded' : 'ok') : 'not-serving'
  return { statusCode: serving && !stopping ? 200 : 503, body: { status, ...detail } }
}
