import { posix } from 'node:path'
import ts from 'typescript'
import { root } from './repository.mjs'

// what stands for a part of a path that only a run can tell
const something = 'something'

/**
 * A function from an expression to the texts that it may come to, as far as they can be read off the source; undefined stands for what only a
 * run can tell. `home` is the path of the file.
 */
export function createEvaluator(source, home) {
  const constants = constantsOf(source)
  const open = new Set()
  return valuesOf

  function valuesOf(node) {
    if (ts.isStringLiteralLike(node)) return [node.text]
    if (ts.isTemplateExpression(node)) return [template(node)]
    if (ts.isBinaryExpression(node)) return binary(node)
    if (ts.isConditionalExpression(node)) return [...valuesOf(node.whenTrue), ...valuesOf(node.whenFalse)]
    if (ts.isIdentifier(node)) return identifier(node.text)
    if (ts.isPropertyAccessExpression(node)) return property(node)
    if (ts.isNewExpression(node)) return url(node)
    if (ts.isCallExpression(node)) return call(node)
    const wraps =
      ts.isParenthesizedExpression(node) ||
      ts.isAsExpression(node) ||
      ts.isSatisfiesExpression(node) ||
      ts.isAwaitExpression(node)
    return wraps || ts.isNonNullExpression(node) ? valuesOf(node.expression) : [undefined]
  }

  function template({ head, templateSpans }) {
    let text = head.text
    for (const { expression, literal } of templateSpans) {
      const [value] = valuesOf(expression)
      if (value === undefined && text === '') return undefined
      text += `${value ?? something}${literal.text}`
    }
    return text
  }

  function binary({ left, right, operatorToken }) {
    switch (operatorToken.kind) {
      case ts.SyntaxKind.QuestionQuestionToken:
      case ts.SyntaxKind.BarBarToken:
        return [...valuesOf(left), ...valuesOf(right)]
      case ts.SyntaxKind.PlusToken:
        return combine([left, right], ([a, b]) => (a === undefined ? undefined : `${a}${b ?? something}`))
      default:
        return [undefined]
    }
  }

  function identifier(name) {
    if (name === 'projectRoot') return [root]
    if (name === '__dirname') return [posix.dirname(home)]
    if (name === '__filename') return [home]
    const value = constants.get(name)
    if (value === undefined || open.has(name)) return [undefined]
    open.add(name)
    const values = valuesOf(value)
    open.delete(name)
    return values
  }

  function property(node) {
    const name = node.name.text
    if (ts.isMetaProperty(node.expression)) {
      if (name === 'dirname') return [posix.dirname(home)]
      if (name === 'filename' || name === 'url') return [home]
    }
    return name === 'pathname' || name === 'href' ? valuesOf(node.expression) : [undefined]
  }

  function url({ expression, arguments: parts = [] }) {
    if (expression.getText(source) !== 'URL' || parts.length === 0) return [undefined]
    return combine(parts, ([path, base]) => {
      if (path?.startsWith('file://')) return path.slice('file://'.length)
      if (path === undefined || !base?.startsWith('/') || /^\w[\w+.-]*:/.test(path)) return undefined
      const folder = base.endsWith('/') ? base : posix.dirname(base)
      return posix.resolve(folder, path) + (/(^|\/)\.{0,2}$/.test(path) ? '/' : '')
    })
  }

  function call({ expression, arguments: parts }) {
    switch (ts.isPropertyAccessExpression(expression) ? expression.name.text : expression.getText(source)) {
      case 'cwd':
        return [root]
      case 'join':
        return combine(parts, joined)
      case 'resolve':
        return combine(parts, (values) => {
          const from = values.findLastIndex((value) => value?.startsWith('/'))
          const path = joined(values.slice(Math.max(from, 0)))
          return path === undefined ? undefined : posix.resolve(root, path)
        })
      case 'dirname':
        return combine(parts, ([path]) => (path === undefined ? undefined : posix.dirname(path)))
      case 'fileURLToPath':
      case 'pathToFileURL':
      case 'normalize':
      case 'realpathSync':
        return parts[0] === undefined ? [undefined] : valuesOf(parts[0])
      default:
        return [undefined]
    }
  }

  /** What becomes of each choice of values. Of very many choices, the first ones. */
  function combine(nodes, make) {
    let choices = [[]]
    for (const node of nodes) {
      const values = ts.isSpreadElement(node) ? [undefined] : valuesOf(node)
      choices = choices.flatMap((choice) => values.map((value) => [...choice, value])).slice(0, 100)
    }
    return choices.map(make)
  }
}

function joined([first, ...rest]) {
  return first === undefined ? undefined : posix.join(first, ...rest.map((part) => part ?? something))
}

/** The constants of a file that have one meaning, whatever their scope: name to expression. */
function constantsOf(source) {
  const constants = new Map()
  const ambiguous = new Set()
  const visit = (node) => {
    const isNamed = ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node)
    if (isNamed && ts.isIdentifier(node.name)) {
      const { text } = node.name
      if (constants.has(text) || !ts.isVariableDeclaration(node) || node.initializer === undefined) ambiguous.add(text)
      else constants.set(text, node.initializer)
    }
    if (ts.isVariableDeclarationList(node) && !(node.flags & ts.NodeFlags.Const)) {
      for (const { name } of node.declarations) if (ts.isIdentifier(name)) ambiguous.add(name.text)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  for (const name of ambiguous) constants.delete(name)
  return constants
}
