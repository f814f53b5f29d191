import { isJsonObject, type JsonValue } from '../../base/json'
import type { PreparedSchema } from '../prepareSchema'
import { targetName } from '../targetName'
import { explainAny } from './explainAny'
import { explainArray } from './explainArray'
import { explainCombined } from './explainCombined'
import { explainNumber } from './explainNumber'
import { explainObject } from './explainObject'
import { explainString } from './explainString'
import type { Explainer, ExplainKeywords, Finding } from './finding'
import { startTrail } from './place'

/** The keywords that say anything of a value; those of the other types are not looked at. */
function familyOf(value: JsonValue): ExplainKeywords | undefined {
  if (typeof value === 'string') return explainString
  if (typeof value === 'number') return explainNumber
  if (Array.isArray(value)) return explainArray
  return isJsonObject(value) ? explainObject : undefined
}

/** Every way in which a value breaks a prepared schema, or the part of it that is given. Empty where it fits. */
export function collectFindings(
  prepared: PreparedSchema,
  value: JsonValue,
  part: JsonValue = prepared.root,
): Finding[] {
  const targetOf = (schema: JsonValue) =>
    isJsonObject(schema) ? prepared.targets.get(targetName(schema) ?? '') : undefined

  const explainer: Explainer = {
    explain(schema, member, at) {
      if (schema === false) return [{ at, keyword: 'false', words: () => 'is not allowed here' }]
      if (!isJsonObject(schema)) return []
      const own = [
        ...explainAny(schema, member, at),
        ...(familyOf(member)?.(schema, member, at, explainer) ?? []),
        ...explainCombined(schema, member, at, explainer),
      ]
      const target = targetOf(schema)
      if (target === undefined) return own
      const there = { value: at.value, schema: startTrail(`#${target.pointer}`) }
      return [...explainer.explain(target.schema, member, there), ...own]
    },
    resolve: (schema) => targetOf(schema)?.schema ?? schema,
  }
  return explainer.explain(part, value, { value: startTrail(), schema: startTrail('#') })
}
