import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Writes a file unless it says that already. Several processes may start at once, and each finds a whole file.
 * @param {string} path
 * @param {string} text
 */
export async function replaceFile(path, text) {
  if ((await readFile(path, 'utf8').catch(() => '')) === text) return
  await mkdir(dirname(path), { recursive: true })
  const candidate = `${path}.${process.pid}`
  await writeFile(candidate, text)
  await rename(candidate, path)
}
