import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { appendPath } from '@/lib/base/path'
import { describeValue, shortJson, typeWords } from '@/lib/schema/words'
import { type Explainer, type Finding, unless } from './finding'
import { inSchema, type Place, stepsBelow } from './place'

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

/**
 * `anyOf` or `oneOf`: one finding at the place itself, in the words of the branch that comes closest. Only where the place is the
 * whole document, which says nothing to anybody, are the findings of that branch left where they are.
 */
function explainAlternatives(
  keyword: 'anyOf' | 'oneOf',
  branches: JsonValue[],
  value: JsonValue,
  at: Place,
  { explain, resolve }: Explainer,
): Finding[] {
  const results = branches.map((branch, i) => explain(branch, value, inSchema(at, keyword, i)))
  const fitting = results.flatMap((found, i) => (found.length === 0 ? [i + 1] : []))
  if (fitting.length === 1 || (keyword === 'anyOf' && fitting.length > 1)) return []
  const one = (words: () => string): Finding[] => [{ at, keyword, words }]
  if (fitting.length > 1)
    return one(() => `fits alternatives ${fitting.slice(0, -1).join(', ')} and ${fitting.at(-1)}, must fit exactly one`)

  const resolved = branches.map(resolve)
  const types = wrongTypes(resolved, results, at)
  if (types !== undefined) return one(() => `must be ${typeWords(types)}, is ${describeValue(value)}`)
  const names = missingProperties(results, at)
  if (names !== undefined) return one(() => `must have property ${names.map((name) => `\`${name}\``).join(' or ')}`)

  const scores = results.map((found) => distance(found, at))
  const closest = scores.reduce((best, score, i) => (score < (scores[best] ?? score) ? i : best), 0)
  const found = results[closest] ?? []
  if (at.value.depth === 0) return found
  const lead =
    branches.length === 1
      ? ''
      : `fits none of ${branches.length} alternatives; the closest, ${branchName(resolved[closest], closest)}: `
  const hint = () => found.map((each) => each.hint?.()).find((text) => text !== undefined)
  return [{ at, keyword, words: () => lead + reasonWords(found, at), hint }]
}

/** How far off a branch is: a wrong type says most, then a constant that tells branches apart, then the number. */
function distance(found: Finding[], at: Place): number {
  let score = found.length
  for (const one of found) {
    const depth = one.at.value.depth - at.value.depth
    if (depth === 0 && one.keyword === 'type') score += 1000
    if (depth <= 1 && (one.keyword === 'const' || one.keyword === 'enum')) score += 100
  }
  return score
}

/** The types that the branches ask for, where each of them fails for its type. */
function wrongTypes(branches: JsonValue[], results: Finding[][], at: Place): string[] | undefined {
  const here = (one: Finding) => one.keyword === 'type' && one.at.value.depth === at.value.depth
  const types = branches.map((branch) => (isJsonObject(branch) ? branch.type : undefined))
  if (!results.every((found) => found.some(here)) || types.includes(undefined)) return undefined
  return types.flatMap((type) => type ?? []).filter((type) => typeof type === 'string')
}

/** The properties that the branches miss, where that is all that they miss. */
function missingProperties(results: Finding[][], at: Place): string[] | undefined {
  const alone = results.every(([only, more]) => {
    return only?.keyword === 'required' && only.at.value.depth === at.value.depth && more === undefined
  })
  if (!alone) return undefined
  return [...new Set(results.flatMap(([only]) => only?.property ?? []))]
}

function reasonWords(found: Finding[], at: Place): string {
  const reasons = found.slice(0, 3).map((one) => {
    const steps = stepsBelow(one.at.value, at.value.depth)
    // an unknown property is named by the words themselves
    const place = (one.keyword === 'additionalProperties' ? steps.slice(0, -1) : steps).reduce<string>(appendPath, '')
    return place === '' ? one.words() : `${place} ${one.words()}`
  })
  if (found.length > reasons.length) reasons.push(`and ${found.length - reasons.length} more`)
  return reasons.join('; ')
}

function branchName(branch: JsonValue | undefined, index: number): string {
  if (!isJsonObject(branch)) return `number ${index + 1}`
  if (typeof branch.title === 'string') return `"${branch.title}"`
  if (Array.isArray(branch.required) && branch.required.length > 0) {
    return `an object with ${branch.required.map((name) => `\`${String(name)}\``).join(' and ')}`
  }
  return typeof branch.type === 'string' ? typeWords([branch.type]) : `number ${index + 1}`
}
