import type { Logger } from 'pino'
import type { Room, StoreDisk } from '@/lib/registry/store'

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
