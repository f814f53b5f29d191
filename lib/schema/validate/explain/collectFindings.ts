import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { type PreparedSchema, type Target, targetName } from '@/lib/schema/document/prepareSchema'
import { explainAny } from './explainAny'
import { explainArray } from './explainArray'
import { explainCombined } from './explainCombined'
import { explainObject } from './explainObject'
import { explainNumber, explainString } from './explainScalars'
import type { Explainer, ExplainKeywords, Finding } from './finding'
import { isSameTrail, startTrail, type Trail } from './place'

/**
 * Every way in which a value breaks a prepared schema, or the part of it that is given. Empty where it fits. As in `compileDecision`, what
 * is referred to looks at a place once, however often it is referred to there.
 */
export function collectFindings(
  prepared: PreparedSchema,
  value: JsonValue,
  part: JsonValue = prepared.root,
): Finding[] {
  const known = new Map<string, Map<JsonValue, { at: Trail; findings: Finding[] }>>()
  const targetOf = (schema: JsonObject) => prepared.targets.get(targetName(schema) ?? '')

  const explainTarget = ({ schema, pointer }: Target, member: JsonValue, at: Trail): Finding[] => {
    const ofTarget = known.get(pointer) ?? new Map()
    known.set(pointer, ofTarget)
    const found = ofTarget.get(member)
    if (found !== undefined && isSameTrail(found.at, at)) return found.findings
    const findings = [...new Set(explainer.explain(schema, member, { value: at, schema: startTrail(`#${pointer}`) }))]
    ofTarget.set(member, { at, findings })
    return findings
  }

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
      return target === undefined ? own : [...explainTarget(target, member, at.value), ...own]
    },
    resolve: (schema) => (isJsonObject(schema) ? (targetOf(schema)?.schema ?? schema) : schema),
  }
  return explainer.explain(part, value, { value: startTrail(), schema: startTrail('#') })
}

/** The keywords that say anything of a value; those of the other types are not looked at. */
function familyOf(value: JsonValue): ExplainKeywords | undefined {
  if (typeof value === 'string') return explainString
  if (typeof value === 'number') return explainNumber
  if (Array.isArray(value)) return explainArray
  return isJsonObject(value) ? explainObject : undefined
}
