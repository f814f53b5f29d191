import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import type { Finding } from '@/lib/catalog/custom/customEntry'
import type { EntryPlace } from '@/lib/catalog/entry/entryDocument'
import {
  contextNames,
  expressionWords,
  functionNames,
  interpolations,
  operatorNames,
  refusedOperators,
} from './expressionWords'

/** An expression of a template. */
export interface ExpressionSite {
  place: EntryPlace
  expression: string
  /** it stands inside a `$let`, whose names it may use */
  inLet: boolean
}

/** What a template can cost, its expressions in the order of the text, and what a template must not do. */
interface MeasuredTemplate {
  cost: TemplateCost
  sites: ExpressionSite[]
  /** names and texts that its expressions mention: the members that they may look up */
  names: Set<string>
  findings: Finding[]
}

const unbounded: TemplateCost = { own: Number.POSITIVE_INFINITY, references: 0 }
const longestExpression = 2000
/** A number or a word, written out. */
const smallValue = 32

type Names = ReadonlyMap<string, TemplateCost>

/**
 * Follows a JSON-e template without rendering it. JSON-e cannot call itself, so only what goes over lists takes long, and only names of
 * `$let` that are used again and again grow: both are seen here. `place` is the place of the template in its entry.
 */
export function measureTemplate(template: JsonValue, place: EntryPlace = []): MeasuredTemplate {
  const measured = { sites: [], names: new Set<string>(), findings: [] }
  return { ...measured, cost: visit(template, place, new Map(), measured) }
}

/** The same for an expression that stands alone, such as a condition. */
export function measureExpression(expression: string, place: EntryPlace = []): MeasuredTemplate {
  const measured = { sites: [], names: new Set<string>(), findings: [] }
  return { ...measured, cost: visitExpression(expression, place, new Map(), measured) }
}

function visit(
  template: JsonValue,
  place: EntryPlace,
  names: Names,
  found: Omit<MeasuredTemplate, 'cost'>,
): TemplateCost {
  if (typeof template === 'string') return visitText(template, place, names, found)
  if (Array.isArray(template)) {
    return sumCosts([{ own: 1, references: 0 }, ...template.map((item, i) => visit(item, [...place, i], names, found))])
  }
  if (!isJsonObject(template)) return { own: smallValue, references: 0 }
  const operators = Object.keys(template).filter((key) => isOperator(key))
  const [operator] = operators
  if (operator === undefined) return visitMembers(template, place, names, found)
  const report = (message: string, help?: string) => {
    found.findings.push({ code: 'template-invalid', place: [...place, operator], message, ...(help ? { help } : {}) })
    return unbounded
  }
  if (operators.length > 1) return report(`An object has one operator, not ${operators.join(' and ')} together.`)
  if (refusedOperators.includes(operator)) {
    return report(
      `The operator ${operator} is not for entries of your own: their templates do not go over lists.`,
      `Write the parts out. There are ${operatorNames.join(', ')}.`,
    )
  }
  const { [operator]: argument = null, ...rest } = template
  const inner = [...place, operator]
  switch (operator) {
    case '$eval':
    case '$if': {
      if (typeof argument !== 'string') return report(`${operator} takes an expression, written as text.`)
      return sumCosts([visitExpression(argument, inner, names, found), visitMembers(rest, place, names, found)])
    }
    case '$let': {
      if (!isJsonObject(argument) || Object.keys(argument).some((key) => !/^[A-Za-z_][A-Za-z0-9_]*$/.test(key))) {
        return report('$let takes an object of names, written out: letters, digits and underscores.')
      }
      const values = Object.entries(argument).map(
        ([name, value]) => [name, visit(value, [...inner, name], names, found)] as const,
      )
      const { in: body = null } = rest
      const cost = visit(body, [...place, 'in'], new Map([...names, ...values]), found)
      return sumCosts([...values.map(([, value]) => value), cost])
    }
    case '$merge':
      return visit(argument, inner, names, found)
    default: {
      if (!isJsonObject(argument)) return report(`${operator} takes an object of conditions.`)
      const conditions = Object.keys(argument)
        .filter((condition) => condition !== '$default')
        .map((condition) => visitExpression(condition, [...inner, condition], names, found))
      const values = Object.entries(argument).map(([key, value]) => visit(value, [...inner, key], names, found))
      return sumCosts([...conditions, ...values])
    }
  }
}

function visitMembers(members: JsonObject, place: EntryPlace, names: Names, found: Omit<MeasuredTemplate, 'cost'>) {
  return sumCosts(
    Object.entries(members).flatMap(([key, value]) => {
      const at = [...place, key]
      if (/^\$[A-Za-z]/.test(key)) {
        const message = `There is no operator ${key}.`
        const help = `There are ${operatorNames.join(', ')}. For a key of this name write $${key}.`
        found.findings.push({ code: 'template-invalid', place: at, message, help })
      }
      return [visitText(key, at, names, found), visit(value, at, names, found)]
    }),
  )
}

function visitText(text: string, place: EntryPlace, names: Names, found: Omit<MeasuredTemplate, 'cost'>): TemplateCost {
  const own = { own: text.length + 1, references: 0 }
  if (!text.includes('${')) return own
  return sumCosts([own, ...interpolations(text).map((expression) => visitExpression(expression, place, names, found))])
}

function visitExpression(
  expression: string,
  place: EntryPlace,
  names: Names,
  found: Omit<MeasuredTemplate, 'cost'>,
): TemplateCost {
  const report = (message: string, help?: string) => {
    found.findings.push({ code: 'template-invalid', place, message, ...(help ? { help } : {}) })
    return unbounded
  }
  if (expression.length > longestExpression) return report(`An expression has at most ${longestExpression} characters.`)
  found.sites.push({ place, expression, inLet: names.size > 0 })
  const { words, names: mentioned } = expressionWords(expression)
  for (const name of mentioned) found.names.add(name)
  const costs = words.map(({ name, called }) => {
    const known = names.get(name)
    if (known !== undefined) return known
    if (isOneOf(contextNames, name))
      return name === 'now' ? { own: smallValue, references: 0 } : { own: 0, references: 1 }
    if (isOneOf(functionNames, name)) return nothing
    if (!called) return report(`Nothing is called ${name} here.`, `Templates see ${contextNames.join(', ')}.`)
    return report(`The function ${name} is not for entries of your own.`, `There are ${functionNames.join(', ')}.`)
  })
  for (const { name } of words) if (isOneOf(contextNames, name)) found.names.add(name)
  return sumCosts([{ own: expression.length + smallValue, references: 0 }, ...costs])
}

function isOperator(key: string): boolean {
  return isOneOf(operatorNames, key) || refusedOperators.includes(key)
}

function isOneOf(list: readonly string[], name: string): boolean {
  return list.includes(name)
}

/**
 * What a template can make at most: `own` from its own text, and each of `references` times all that it sees of a configuration. Counted in
 * characters and values together.
 */
interface TemplateCost {
  own: number
  references: number
}

const nothing: TemplateCost = { own: 0, references: 0 }

function sumCosts(costs: readonly TemplateCost[]): TemplateCost {
  let own = 0
  let references = 0
  for (const cost of costs) {
    own += cost.own
    references += cost.references
  }
  return { own, references }
}
