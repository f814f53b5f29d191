import { fdatasync, fdatasyncSync, fsyncSync, statfsSync } from 'node:fs'
import { promisify } from 'node:util'

/** What the files of an embedded database ask of the disk below them, apart from reading and writing. Tests put another one in its place. */
export interface Disk {
  /** Asked before bytes are written to a file; throws as Node does where there is no room. */
  beforeWrite(path: string, bytes: number): void
  /** Makes what was written to an open file survive a power failure; it waits, and so does everything in this process. */
  syncFile(file: number, path: string): void
  /** The same beside other work. */
  syncFileLater(file: number, path: string): Promise<void>
  /** Makes the names in an open folder survive a power failure. */
  syncFolder(folder: number, path: string): void
  /** bytes that can still be written below a folder */
  freeBytes(folder: string): number
}

const fdatasyncLater = promisify(fdatasync)

/** The disk itself. A file is synced with its length, and without its times, which nobody needs. */
export const realDisk: Disk = {
  beforeWrite: () => {},
  syncFile: (file) => fdatasyncSync(file),
  syncFileLater: (file) => fdatasyncLater(file),
  syncFolder: (folder) => fsyncSync(folder),
  freeBytes(folder) {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize
  },
}
