import { open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Disk } from './disk'

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
