import ts from 'typescript'

/** Something that a request can reach, and the guard around it. */
export interface Entrance {
  name: string
  /** `guardedAction`, `guardedPage`, `guardedRoute`, …; undefined where there is none */
  guard: string | undefined
  /** who the guard lets through: `everyone`, `readers`, `auditors`, `clientReaders`, `services` */
  readers: string | undefined
}

/** Everything that a module lets in: its exports, each with the guard that it is the result of. Types and plain settings are left out. */
export function guardsOf(source: string, settings: readonly string[]): Entrance[] {
  const file = ts.createSourceFile('module.tsx', source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const constants = new Map<string, ts.Expression | undefined>()
  const entrances: Entrance[] = []
  const add = (name: string, value: ts.Expression | undefined) => {
    if (!settings.includes(name)) entrances.push({ name, ...guardOf(value) })
  }
  for (const statement of file.statements) {
    const exported = ts.canHaveModifiers(statement) && isExported(ts.getModifiers(statement))
    if (ts.isVariableStatement(statement)) {
      for (const { name, initializer } of statement.declarationList.declarations) {
        constants.set(name.getText(), initializer)
        if (exported) add(name.getText(), initializer)
      }
    } else if (ts.isFunctionDeclaration(statement) && exported) add(statement.name?.text ?? 'default', undefined)
    else if (ts.isClassDeclaration(statement) && exported) add(statement.name?.text ?? 'default', undefined)
    else if (ts.isExportAssignment(statement)) add('default', statement.expression)
    else if (ts.isExportDeclaration(statement) && !statement.isTypeOnly) {
      const { exportClause } = statement
      if (exportClause === undefined || !ts.isNamedExports(exportClause)) add('*', undefined)
      else {
        for (const { name, propertyName } of exportClause.elements) {
          add(name.text, constants.get((propertyName ?? name).text))
        }
      }
    }
  }
  return entrances
}

function isExported(modifiers: readonly ts.Modifier[] | undefined): boolean {
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false
}

function guardOf(value: ts.Expression | undefined): Pick<Entrance, 'guard' | 'readers'> {
  if (value === undefined || !ts.isCallExpression(value)) return { guard: undefined, readers: undefined }
  const readers = /'(everyone|readers|auditors|clientReaders|services)'/g
  const words = value.arguments.slice(0, -1).flatMap((argument) => [...argument.getText().matchAll(readers)])
  return { guard: value.expression.getText(), readers: words.at(-1)?.[1] }
}
