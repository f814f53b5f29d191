import { strToU8, type Zippable, type ZippableFile, zipSync } from 'fflate'
import type { BundleFile } from './bundleFile'

const UNIX = 3
const REGULAR_FILE = 0o100000

/** The files as a ZIP archive below one folder, with Unix permissions. The same files give the same bytes everywhere. */
export function zipArchive(files: BundleFile[], folder: string): Uint8Array {
  const entries = files.map((file): [string, ZippableFile] => [
    `${folder}/${file.path}`,
    [
      strToU8(file.content),
      {
        level: 9,
        os: UNIX,
        attrs: (REGULAR_FILE | file.mode) << 16,
        // the format holds local time: this is its first day in every time zone
        mtime: new Date(1980, 0, 1),
      },
    ],
  ])
  const zippable: Zippable = Object.fromEntries(entries)
  return zipSync(zippable)
}
