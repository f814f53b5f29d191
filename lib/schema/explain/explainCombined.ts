import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { shortJson } from '@/lib/schema/shortJson'
import { explainAlternatives } from './explainAlternatives'
import { type Explainer, type Finding, unless } from './finding'
import { inSchema, type Place } from './place'

/** `allOf`, `anyOf`, `oneOf`, `not` and `if`. */
export function explainCombined(schema: JsonObject, value: JsonValue, at: Place, explainer: Explainer): Finding[] {
  const { allOf, anyOf, oneOf } = schema
  return [
    ...(Array.isArray(allOf)
      ? allOf.flatMap((part, i) => explainer.explain(part, value, inSchema(at, 'allOf', i)))
      : []),
    ...(Array.isArray(anyOf) ? explainAlternatives('anyOf', anyOf, value, at, explainer) : []),
    ...(Array.isArray(oneOf) ? explainAlternatives('oneOf', oneOf, value, at, explainer) : []),
    ...explainNot(schema, value, at, explainer),
    ...explainCondition(schema, value, at, explainer),
  ]
}

function explainNot({ not }: JsonObject, value: JsonValue, at: Place, { explain }: Explainer): Finding[] {
  if (not === undefined) return []
  return unless(explain(not, value, inSchema(at, 'not')).length > 0, at, 'not', () => notWords(not))
}

function explainCondition(schema: JsonObject, value: JsonValue, at: Place, { explain }: Explainer): Finding[] {
  if (schema.if === undefined) return []
  const keyword = explain(schema.if, value, inSchema(at, 'if')).length === 0 ? 'then' : 'else'
  const branch = schema[keyword]
  return branch === undefined ? [] : explain(branch, value, inSchema(at, keyword))
}

function notWords(forbidden: JsonValue): string {
  if (!isJsonObject(forbidden) || Object.keys(forbidden).length === 0) return 'is not allowed here'
  if (forbidden.const !== undefined) return `must not be ${shortJson(forbidden.const)}`
  if (Array.isArray(forbidden.enum)) {
    return `must not be ${forbidden.enum.map((option) => shortJson(option)).join(' or ')}`
  }
  if (Array.isArray(forbidden.required) && Object.keys(forbidden).length === 1) {
    const names = forbidden.required.map((name) => `\`${String(name)}\``)
    return names.length === 1 ? `must not have property ${names[0]}` : `must not have ${names.join(' and ')} together`
  }
  if (typeof forbidden.pattern === 'string') return `must not match pattern \`${forbidden.pattern}\``
  return 'has a form that is not allowed here'
}
