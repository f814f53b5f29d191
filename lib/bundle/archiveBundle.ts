import { gzipSync } from 'fflate'
import { isJsonObject, type JsonValue } from '@/lib/base/json'
import type { BundleFile } from './bundleFile'
import { bundleFolderName } from './bundleFolderName'
import { tarArchive } from './tarArchive'
import { zipArchive } from './zipArchive'

export type ArchiveFormat = 'tar.gz' | 'zip'

/**
 * Packs a bundle into one archive below the folder `<provisionerId>-<workerType>`. The bytes depend on nothing but the files: neither on
 * the clock, the time zone, the umask nor the version of a system library. Throws on files that are no bundle.
 */
export function archiveBundle(files: BundleFile[], format: ArchiveFormat): Uint8Array {
  const folder = bundleFolderName(taskQueueIdOf(files))
  switch (format) {
    case 'tar.gz':
      return gzipSync(tarArchive(files, folder), { level: 9, mtime: 0 })
    case 'zip':
      return zipArchive(files, folder)
  }
}

function taskQueueIdOf(files: BundleFile[]): string {
  const content = files.find(({ path }) => path === 'manifest.json')?.content
  const manifest: JsonValue = content === undefined ? null : JSON.parse(content)
  if (!isJsonObject(manifest) || typeof manifest.taskQueueId !== 'string') throw new Error('the files have no manifest')
  return manifest.taskQueueId
}
