import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Disk } from './disk'
import type { Room } from './store'

/** the folder of the write-ahead log in that of a database */
export const logFolder = 'pg_wal'

/** the length of a segment of the log, as databases are made by default */
const segmentBytes = 16 * 1024 * 1024

/** Whether a file of the log's folder is a segment, by its name: a timeline and a number in hexadecimal digits. */
export function isLogSegment(name: string): boolean {
  return /^[0-9A-F]{24}$/.test(name)
}

const megabyte = 1024 * 1024
/** below this the owner is warned: two segments of the log */
const littleBytes = 2 * segmentBytes
/** what has to be left on the disk beside the log, so that a change may begin, and so that a file may grow during a change */
const [startBytes, growBytes] = [4 * megabyte, megabyte]
/** what has to be left of a segment, so that the log needs no next one for that */
const [startLog, growLog] = [4 * megabyte, 2 * megabyte]

/**
 * The room on the disk of an embedded database. A log that cannot go on stops PostgreSQL, so that changes are refused while there still is
 * room for the log to record it.
 */
export class FreeSpace {
  readonly #folder: string
  readonly #disk: Disk
  #segment = ''
  #written = segmentBytes

  constructor(folder: string, disk: Disk) {
    this.#folder = folder
    this.#disk = disk
  }

  /** The log is written in this segment now, and up to there. */
  writesLog(segment: string, written: number): void {
    this.#segment = segment
    this.#written = written
  }

  get bytes(): number {
    return this.#disk.freeBytes(this.#folder)
  }

  /** Whether a change may begin. */
  get room(): Room {
    const free = this.bytes
    if (free < startBytes + this.#neededByLog(free, startLog)) return 'none'
    return free < littleBytes ? 'little' : 'enough'
  }

  /** Whether a file of the database may grow. */
  get mayGrow(): boolean {
    const free = this.bytes
    return free >= growBytes + this.#neededByLog(free, growLog)
  }

  #neededByLog(free: number, left: number): number {
    const plenty = free >= 2 * littleBytes || segmentBytes - this.#written >= left
    return plenty || this.#nextSegmentIsThere() ? 0 : segmentBytes
  }

  /** Segments are made ahead from old ones. Their names are in order as long as the timeline is the same, which it always is here. */
  #nextSegmentIsThere(): boolean {
    return readdirSync(join(this.#folder, logFolder)).some((name) => isLogSegment(name) && name > this.#segment)
  }
}
