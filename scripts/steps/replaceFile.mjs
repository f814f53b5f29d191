import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Writes a file unless it says that already. Several processes may start at once, and each finds a whole file.
 * @param {string} path
 * @param {string | Buffer} content
 */
export async function replaceFile(path, content) {
  const there = await readFile(path).catch(() => undefined)
  if (there?.equals(Buffer.from(content))) return
  await mkdir(dirname(path), { recursive: true })
  const candidate = `${path}.${process.pid}`
  await writeFile(candidate, content)
  await rename(candidate, path)
}
