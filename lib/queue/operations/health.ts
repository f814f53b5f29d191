import type { Logger } from 'pino'
import type { JsonObject } from '@/lib/base/json'
import type { Room, StoreDisk } from '@/lib/registry/store/store'

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

const words: Record<Room, string> = {
  enough: 'there is room on the disk of the database again',
  little: 'the disk of the database is almost full; when it is full, nothing is saved any more',
  none: 'the disk of the database is full: nothing is saved until there is room, and what is there can be read',
}

/** Logs a line when the disk of an embedded database fills up, when it is full, and when there is room again. */
export function tellDisk(disk: StoreDisk, log: Logger): void {
  disk.onRoom((room) => {
    const level = { enough: 'info', little: 'warn', none: 'error' } as const
    log[level[room]]({ freeBytes: disk.freeBytes() }, words[room])
  })
}
