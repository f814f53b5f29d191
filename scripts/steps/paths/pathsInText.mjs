import { posix } from 'node:path'
import ts from 'typescript'
import { root } from './repository.mjs'

// Each takes the file and its text, and returns {line, path}, with each path from the root of the repository.

/** Links of Markdown, and the words of the shell lines in it. */
export function pathsInMarkdown(file, text) {
  const found = []
  let fence
  for (const [at, line] of text.split('\n').entries()) {
    const mark = /^\s*(?:```|~~~)(\w*)/.exec(line)
    if (mark) fence = fence === undefined ? mark[1] : undefined
    else if (fence === undefined) {
      const links = [...line.matchAll(/\]\(<?([^)\s>]+)|^\s*\[[^\]]+\]:\s*<?([^\s>]+)|(?:src|href)="([^"]+)"/g)]
      for (const [, inline, defined, attribute] of links) {
        found.push(...relative(file, (inline ?? defined ?? attribute).replace(/[#?].*/, ''), at + 1))
      }
    } else if (/^(console|sh|bash|shell)$/.test(fence)) {
      const command = fence === 'console' ? /^\$ (.*)/.exec(line)?.[1] : line
      if (command !== undefined) found.push(...shellWords(file, command, at + 1))
    }
  }
  return found
}

/** The words of a shell script. */
export function pathsInShell(file, text) {
  return text.split('\n').flatMap((line, at) => shellWords(file, line, at + 1))
}

/** What CSS reads. */
export function pathsInCss(file, text) {
  return text.split('\n').flatMap((line, at) => {
    const uses = line.matchAll(/(?:@import|@source|@config|@plugin|url\()\s*(?:not\s+)?['"]?([^'")\s;]+)/g)
    return [...uses].flatMap(([, path]) => relative(file, path, at + 1))
  })
}

/** What YAML names as its schema or another document. */
export function pathsInYaml(file, text) {
  return text.split('\n').flatMap((line, at) => {
    const use =
      /^#\s*yaml-language-server:\s*\$schema=(\S+)|^\s*(?:- )?['"]?(?:\$schema|\$ref|extends)['"]?:\s*['"]?([^\s'"#]+)/.exec(
        line,
      )
    return use ? relative(file, use[1] ?? use[2], at + 1) : []
  })
}

/** All texts of a configuration file at the root, and npm's scripts in it; in other files what names another document. */
export function pathsInJson(file, text) {
  const source = ts.parseJsonText(file, text)
  const isConfiguration = !file.includes('/') || /(^|\/)(package|[jt]sconfig[^/]*)\.json$/.test(file)
  const found = []
  const visit = (node, keys) => {
    if (ts.isPropertyAssignment(node)) return visit(node.initializer, [...keys, node.name.text])
    if (!ts.isStringLiteral(node)) return ts.forEachChild(node, (child) => visit(child, keys))
    const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1
    if (isConfiguration && keys.includes('scripts')) found.push(...shellWords(file, node.text, line))
    else if (isConfiguration || /^(\$schema|\$ref|extends)$/.test(keys.at(-1) ?? '')) {
      found.push(...relative(file, node.text.replace(/^!|^(file|link|portal):(?=\.)/, ''), line))
    }
  }
  visit(source, [])
  return found
}

function relative(file, path, line) {
  return /^\.{1,2}(\/|$)|^\//.test(path) ? [{ line, path: posix.resolve(root, posix.dirname(file), path) }] : []
}

/** Words are taken from the root, whatever `cd` came before, but for those that begin with the script's own folder. */
function shellWords(file, line, at) {
  const own = posix.join(root, posix.dirname(file))
  const words = line
    .replace(/(^|\s)#.*/, '')
    .replaceAll(/"?\$\(dirname (?:-- )?"?\$(?:0|\{?BASH_SOURCE(?:\[0\])?\}?)"?\)"?/g, own)
    .replaceAll(/\$\(pwd\)|\$\{?PWD\}?/g, root)
    .split(/[\s"'`;|&()<>=,{}]+|:(?!above|root)[-=+?]?/)
  const paths = words.filter((word) => /^\/|(^|\/)\.\.(\/|$)/.test(word) && !/^[$~]/.test(word))
  return paths.map((path) => ({ line: at, path: posix.resolve(root, path) }))
}
