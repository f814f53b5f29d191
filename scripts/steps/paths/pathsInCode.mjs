import { posix } from 'node:path'
import ts from 'typescript'
import { createEvaluator } from './createEvaluator.mjs'
import { isOutside, root } from './repository.mjs'

const oneOf = (words) => new Set(words.split(' ').flatMap((word) => [word, `${word}Sync`]))

const makers = new Set(['join', 'resolve'])
const readers = oneOf(
  'access appendFile createReadStream createWriteStream exists lstat mkdir open opendir readFile readdir readlink realpath rm rmdir stat ' +
    'statfs unlink watch watchFile writeFile loadEnvFile chdir fork spawn execFile pathToFileURL fileURLToPath',
)
const movers = oneOf('copyFile cp link rename symlink')
const modules = new Set(['require', 'importActual', 'importOriginal', 'mock', 'doMock', 'unmock'])
// the names that Node's own modules go by
const owners = /^(path|posix|win32|fs|fsp|promises|process|url|require|vi|childProcess|child_process|meta|node\w+)$/i

/**
 * The paths that code uses as such: {line, path}, with each path from the root of the repository.
 * @param {string} file
 * @param {string} text
 */
export function pathsInCode(file, text) {
  if (isPlain(file, text)) return []
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false, scriptKind(file))
  const home = posix.join(root, file)
  const valuesOf = createEvaluator(source, home)
  const found = []

  const add = (node, paths) => {
    const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1
    for (const path of paths) found.push({ line, path })
  }
  const known = (node) => valuesOf(node).filter((value) => value !== undefined)
  const fromWorkingFolder = (node) => known(node).map((path) => posix.resolve(root, path))
  const module = (node) =>
    add(
      node,
      known(node).flatMap((specifier) => moduleFile(specifier, home)),
    )

  for (const { fileName, pos } of source.referencedFiles) {
    found.push({ line: source.getLineAndCharacterOfPosition(pos).line + 1, path: posix.resolve(home, '..', fileName) })
  }
  visit(source, false)
  return found

  function visit(node, isPart) {
    let isPath = false
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
      if (node.moduleSpecifier) module(node.moduleSpecifier)
    } else if (ts.isExternalModuleReference(node)) module(node.expression)
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) module(node.argument.literal)
    else if (ts.isNewExpression(node) && node.expression.getText(source) === 'URL') {
      isPath = true
      add(node, known(node))
    } else if (ts.isCallExpression(node)) isPath = call(node)
    else if (ts.isPropertyAssignment(node) && node.name.getText(source) === 'cwd') {
      isPath = true
      add(node, fromWorkingFolder(node.initializer))
    } else if (!isPart && isDefaultOfVariable(node)) {
      isPath = true
      const paths = known(node.right).filter((path) => /^\.\.(\/|$)|^\//.test(path))
      add(
        node,
        paths.map((path) => posix.resolve(root, path)),
      )
    }
    const isWithin = (isPart || isPath) && !ts.isFunctionLike(node)
    ts.forEachChild(node, (child) => visit(child, isWithin))
  }

  function call(node) {
    const [first, second] = node.arguments
    if (first === undefined) return false
    const { expression } = node
    const name = nameOf(expression)
    if (name === undefined) return false
    const asks = /^(require|import\.meta)\.resolve$/.test(expression.getText(source))
    if (asks || name === 'import' || modules.has(name)) module(first)
    else if (makers.has(name)) add(node, fromWorkingFolder(node))
    else if (readers.has(name)) add(node, fromWorkingFolder(first))
    else if (movers.has(name)) add(node, [first, ...(second ? [second] : [])].flatMap(fromWorkingFolder))
    else return false
    return true
  }

  function nameOf(callee) {
    if (callee.kind === ts.SyntaxKind.ImportKeyword) return 'import'
    if (ts.isIdentifier(callee)) return callee.text
    if (!ts.isPropertyAccessExpression(callee)) return undefined
    const owner = callee.expression.getText(source).split('.').at(-1) ?? ''
    return owners.test(owner) ? callee.name.text : undefined
  }

  /** `process.env.NAME ?? '../folder'` */
  function isDefaultOfVariable(node) {
    return (
      ts.isBinaryExpression(node) &&
      (node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken ||
        node.operatorToken.kind === ts.SyntaxKind.BarBarToken) &&
      /^process\.env\b/.test(node.left.getText(source))
    )
  }
}

/** Most files only import from within: they need not be parsed. */
function isPlain(file, text) {
  const imports = / from '(\.{1,2}\/[^']*)'/g
  const isWithin = (specifier) => !isOutside(posix.resolve(root, posix.dirname(file), specifier))
  const rest = text.replaceAll(imports, (found, specifier) => (isWithin(specifier) ? '' : found))
  return !/(^|[^.])\.\.([^.]|$)|\/(work|root|home|Users)\b/.test(rest)
}

function moduleFile(specifier, home) {
  if (specifier.startsWith('@/')) return [posix.join(root, specifier.slice(2))]
  return /^\.{0,2}\/|^\.\.?$/.test(specifier) ? [posix.resolve(home, '..', specifier)] : []
}

function scriptKind(file) {
  if (/\.[jt]sx$/.test(file)) return ts.ScriptKind.TSX
  return /\.[cm]?ts$/.test(file) ? ts.ScriptKind.TS : ts.ScriptKind.JS
}
