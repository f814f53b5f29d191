import { gzipSync } from 'fflate'
import type { BundleFile } from './bundleFile'
import { tarArchive } from './tarArchive'
import { zipArchive } from './zipArchive'

export type ArchiveFormat = 'tar.gz' | 'zip'

/**
 * Packs a bundle into one archive below the folder `folder` (see `bundleFolderName`). The bytes depend on nothing but the arguments:
 * neither on the clock, the time zone, the umask nor the version of a system library.
 */
export function archiveBundle(files: BundleFile[], format: ArchiveFormat, folder: string): Uint8Array {
  switch (format) {
    case 'tar.gz':
      return gzipSync(tarArchive(files, folder), { level: 9, mtime: 0 })
    case 'zip':
      return zipArchive(files, folder)
  }
}
