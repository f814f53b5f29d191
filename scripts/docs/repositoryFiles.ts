import { readdirSync } from 'node:fs'
import { join, relative } from 'node:path'

/** The folder of package.json. */
export const root = join(import.meta.dirname, '..', '..')

/** What is made by a command and not kept, as .gitignore says. */
const generated = ['.git', '.next', 'coverage', 'data', 'dist', 'node_modules', 'playwright-report', 'test-results']

/** All files and folders of the repository, by their paths from its root; folders end with a slash. */
export function repositoryFiles(): string[] {
  const walk = (folder: string): string[] =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name)
      const name = relative(root, path)
      if (!entry.isDirectory()) return [name]
      return generated.includes(name) ? [] : [`${name}/`, ...walk(path)]
    })
  return walk(root).sort()
}

/** True for what a command makes: the first part of such a path is no file of the repository. */
export function isGenerated(path: string): boolean {
  return generated.includes(path.split('/')[0] ?? '')
}
