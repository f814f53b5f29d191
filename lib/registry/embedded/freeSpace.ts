import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Room } from '../store'
import type { Disk } from './disk'
import { isLogSegment, logFolder, segmentBytes } from './logSegment'

const megabyte = 1024 * 1024
/** below this the owner is warned: two segments of the log */
const littleBytes = 2 * segmentBytes
/** what has to be left, beside a segment of the log, so that a change may begin */
const startBytes = 4 * megabyte
/** what has to be left, beside a segment of the log, so that a file of the database may grow during a change */
const growBytes = megabyte
/**
 * The room on the disk of an embedded database. A log that cannot go on stops PostgreSQL, so that changes are refused while there still is
 * room for the log to record it.
 */
export class FreeSpace {
  readonly #folder: string
  readonly #disk: Disk
  #current = ''

  constructor(folder: string, disk: Disk) {
    this.#folder = folder
    this.#disk = disk
  }

  /** The log is written to this segment now. */
  writesTo(segment: string): void {
    this.#current = segment
  }

  get bytes(): number {
    return this.#look().free
  }

  /** Whether a change may begin. */
  get room(): Room {
    const { free, spare } = this.#look()
    if (spare < startBytes) return 'none'
    return free < littleBytes ? 'little' : 'enough'
  }

  /** Whether a file of the database may grow. */
  get mayGrow(): boolean {
    return this.#look().spare >= growBytes
  }

  #look() {
    const free = this.#disk.freeBytes(this.#folder)
    const needed = free < 2 * littleBytes && !this.#nextSegmentIsThere() ? segmentBytes : 0
    return { free, spare: free - needed }
  }

  /** Segments are made ahead from old ones. Their names are in order as long as the timeline is the same, which it always is here. */
  #nextSegmentIsThere(): boolean {
    if (this.#current === '') return false
    return readdirSync(join(this.#folder, logFolder)).some((name) => isLogSegment(name) && name > this.#current)
  }
}
