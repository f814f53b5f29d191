import { cp, mkdir, mkdtemp, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')

/**
 * A folder that looks to a reader like the repository, in which the commands of a document may write: `bin/wtd` is that of the repository, `data` that
 * of a running app, the rest copies.
 */
export async function readerFolder(dataDir: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'wtd-reader-'))
  await mkdir(join(folder, 'bin'))
  await symlink(join(root, 'bin', 'wtd'), join(folder, 'bin', 'wtd'))
  await symlink(dataDir, join(folder, 'data'))
  for (const part of ['docs/tour', 'public/examples'])
    await cp(join(root, part), join(folder, part), { recursive: true })
  return folder
}
