import { lstatSync, readFileSync, readlinkSync } from 'node:fs'
import { extname, join, posix } from 'node:path'
import { filesOfRepository } from './filesOfRepository.mjs'
import { pathsInCode } from './paths/pathsInCode.mjs'
import { pathsInCss, pathsInJson, pathsInMarkdown, pathsInShell, pathsInYaml } from './paths/pathsInText.mjs'
import { fromRoot, isOutside, root } from './paths/repository.mjs'
import { projectRoot } from './projectRoot.mjs'

const formats = [
  [/^\.[cm]?[jt]sx?$/, pathsInCode],
  [/^\.md$/, pathsInMarkdown],
  [/^\.json$/, pathsInJson],
  [/^\.ya?ml$/, pathsInYaml],
  [/^\.css$/, pathsInCss],
  [/^\.sh$/, pathsInShell],
]

/**
 * Where a file uses a path that leads above the root of the repository, or into a home or work folder of some machine.
 *
 * Only texts in the place of a path count, so that a hostile name in a test's data is no finding:
 * - code: modules that are imported; arguments of join, resolve, new URL and Node's functions on files and programs; `cwd`; the default of an
 *   environment variable. Constants, `??`, `||`, `?:`, templates, import.meta, __dirname, process.cwd() and projectRoot are followed within the file.
 *   A path with no known beginning is one of the working folder, which is the root.
 * - shell scripts, npm's scripts and shell lines in Markdown: each word, from the root
 * - Markdown: links; CSS: what it imports; YAML and JSON: `$schema`, `$ref` and `extends`, and each text of JSON at the root
 *
 * It does not see paths that come by a parameter, another file or a variable that changes, that only a run can tell, or that a program is
 * started with as an argument.
 * @param {string} file from the root, with slashes
 * @param {string} text
 */
export function pathsAboveRoot(file, text) {
  const found = readerOf(file, text)?.(file, text) ?? []
  const outside = found.filter(({ path }) => isOutside(path)).map(({ line, path }) => [line, fromRoot(path)])
  return [...new Map(outside)].map(([line, path]) => ({ line, path }))
}

function readerOf(file, text) {
  const reader = formats.find(([ending]) => ending.test(extname(file)))?.[1]
  if (reader) return reader
  const program = /^#!.*\b(node|sh|bash|dash)\b/.exec(text)?.[1]
  return program === 'node' ? pathsInCode : program && pathsInShell
}

/** The same of a symbolic link, which leads wherever its target is. */
export function linkAboveRoot(file, target) {
  const path = posix.resolve(root, posix.dirname(file), target)
  return path === root || path.startsWith(`${root}/`) ? [] : [{ line: 1, path: fromRoot(path) }]
}

/** The same of all files that are, or are about to be, in the repository. */
export function readsAboveRoot() {
  return filesOfRepository().flatMap((file) => {
    const path = join(projectRoot, file)
    const found = lstatSync(path).isSymbolicLink()
      ? linkAboveRoot(file, readlinkSync(path))
      : pathsAboveRoot(file, readFileSync(path, 'utf8'))
    return found.map((one) => ({ file, ...one }))
  })
}
