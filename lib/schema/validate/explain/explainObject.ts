import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { compilePattern } from '@/lib/schema/pattern/compilePattern'
import { count, nearestName } from '@/lib/schema/words'
import { type Explainer, type Finding, unless } from './finding'
import { inMember, inSchema, type Place } from './place'

/** All keywords about objects. */
export function explainObject(schema: JsonObject, value: JsonValue, at: Place, explainer: Explainer): Finding[] {
  if (!isJsonObject(value)) return []
  return [
    ...explainMembers(schema, value, at, explainer),
    ...explainNames(schema, value, at, explainer),
    ...explainRequired(schema, value, at),
    ...explainDependencies(schema, value, at, explainer),
    ...explainCounts(schema, value, at),
  ]
}

function explainMembers(schema: JsonObject, value: JsonObject, at: Place, { explain }: Explainer): Finding[] {
  const properties = isJsonObject(schema.properties) ? schema.properties : {}
  const patterns = isJsonObject(schema.patternProperties) ? Object.entries(schema.patternProperties) : []
  const { additionalProperties } = schema
  return Object.entries(value).flatMap(([name, member]) => {
    const own = Object.hasOwn(properties, name) ? properties[name] : undefined
    const matching = patterns.filter(([pattern]) => compilePattern(pattern).test(name))
    if (own !== undefined || matching.length > 0) {
      return [
        ...(own === undefined ? [] : explain(own, member, inMember(at, name, 'properties', name))),
        ...matching.flatMap(([pattern, subschema]) =>
          explain(subschema, member, inMember(at, name, 'patternProperties', pattern)),
        ),
      ]
    }
    if (additionalProperties === undefined) return []
    if (additionalProperties !== false) {
      return explain(additionalProperties, member, inMember(at, name, 'additionalProperties'))
    }
    return [
      {
        at: inMember(at, name),
        keyword: 'additionalProperties',
        words: () => `unknown property \`${name}\``,
        hint: () => nearProperty(name, properties, value),
      },
    ]
  })
}

function nearProperty(name: string, properties: JsonObject, value: JsonObject): string | undefined {
  const free = Object.keys(properties).filter((known) => !Object.hasOwn(value, known) && properties[known] !== false)
  const near = nearestName(name, free)
  return near === undefined ? undefined : `did you mean \`${near}\`?`
}

function explainNames({ propertyNames }: JsonObject, value: JsonObject, at: Place, { explain }: Explainer): Finding[] {
  if (propertyNames === undefined) return []
  return Object.keys(value).flatMap((name) =>
    explain(propertyNames, name, inMember(at, name, 'propertyNames')).map((found) => ({
      ...found,
      words: () => `the property name ${found.words()}`,
    })),
  )
}

function explainRequired({ required }: JsonObject, value: JsonObject, at: Place): Finding[] {
  return missing(required, value).map((name) => ({
    at,
    keyword: 'required',
    property: name,
    words: () => `must have property \`${name}\``,
  }))
}

function missing(names: JsonValue | undefined, value: JsonObject): string[] {
  if (!Array.isArray(names)) return []
  return names.filter((name) => typeof name === 'string').filter((name) => !Object.hasOwn(value, name))
}

function explainDependencies(schema: JsonObject, value: JsonObject, at: Place, { explain }: Explainer): Finding[] {
  if (!isJsonObject(schema.dependencies)) return []
  return Object.entries(schema.dependencies).flatMap(([name, needed]) => {
    if (!Object.hasOwn(value, name)) return []
    if (!Array.isArray(needed)) return explain(needed, value, inSchema(at, 'dependencies', name))
    return missing(needed, value).map((other) => ({
      at,
      keyword: 'dependencies',
      property: other,
      words: () => `must have property \`${other}\`, because it has \`${name}\``,
    }))
  })
}

function explainCounts({ minProperties, maxProperties }: JsonObject, value: JsonObject, at: Place): Finding[] {
  const size = Object.keys(value).length
  const words = (bound: number) => `${count(bound, 'property', 'properties')}, has ${size}`
  if (typeof minProperties === 'number' && size < minProperties) {
    return unless(false, at, 'minProperties', () => `must have at least ${words(minProperties)}`)
  }
  if (typeof maxProperties === 'number' && size > maxProperties) {
    return unless(false, at, 'maxProperties', () => `must have at most ${words(maxProperties)}`)
  }
  return []
}
