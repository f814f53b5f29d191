import ts from 'typescript'

/**
 * The regular expressions that are written in a file as literals, or as `new RegExp('text')`, each with its line and the reason that a comment beside it or above
 * it gives for why it may be slow: `// bounded: at most 200 characters come here`.
 * @param {string} file
 * @param {string} text
 */
export function patternsIn(file, text) {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind)
  const lines = text.split('\n')
  const found = []
  const add = (node, pattern, flags) => {
    const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1
    const excuse = excuseIn(lines[line - 1]) ?? excuseIn(lines[line - 2], true)
    found.push({ file, line, source: pattern, flags, ...(excuse === undefined ? {} : { excuse }) })
  }
  const visit = (node) => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/')
      add(node, node.text.slice(1, end), node.text.slice(end + 1))
    } else if (
      (ts.isNewExpression(node) || ts.isCallExpression(node)) &&
      node.expression.getText(source) === 'RegExp'
    ) {
      const [pattern, flags] = node.arguments ?? []
      if (pattern && ts.isStringLiteralLike(pattern)) {
        add(node, pattern.text, flags && ts.isStringLiteralLike(flags) ? flags.text : '')
      }
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

function excuseIn(line = '', alone = false) {
  const at = line.indexOf('// bounded: ')
  if (at < 0 || (alone && line.slice(0, at).trim() !== '')) return undefined
  return line.slice(at + '// bounded: '.length).trim()
}
