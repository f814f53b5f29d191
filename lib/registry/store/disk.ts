import { fdatasync, fdatasyncSync, fsyncSync, statfsSync } from 'node:fs'
import { open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** how many files are synced at once: Node has four threads for this */
const lanes = 4

/** Has a folder and all that is in it on the disk, whoever wrote it. */
export async function syncFolder(folder: string, disk: Disk): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((it) => it.isFile() || it.isDirectory()).map((it) => join(it.parentPath, it.name))
  const left = [...paths, folder].values()
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (const path of left) await sync(path, disk)
    }),
  )
}

/** Has one file on the disk, or the names in one folder. */
export async function sync(path: string, disk: Disk): Promise<void> {
  const handle = await open(path, 'r')
  try {
    if ((await handle.stat()).isDirectory()) disk.syncFolder(handle.fd, path)
    else await disk.syncFileLater(handle.fd, path)
  } finally {
    await handle.close()
  }
}

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
