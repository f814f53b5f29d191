import { getOwn, isJsonObject, type JsonValue } from '@/lib/base/json'

/** A part of a schema below another: how it is called there, and whether it has to be present. */
export interface SchemaChild {
  key: string
  label: string
  required: boolean
  schema: JsonValue
}

/** The parts of a schema that a reader may want to look into, in the order of the schema. */
export function schemaChildren(schema: JsonValue): SchemaChild[] {
  if (!isJsonObject(schema)) return []
  const children: SchemaChild[] = []
  const required = Array.isArray(schema.required) ? schema.required : []
  const properties = getOwn(schema, 'properties')
  if (properties !== undefined && isJsonObject(properties)) {
    for (const [name, member] of Object.entries(properties)) {
      children.push({ key: `properties/${name}`, label: name, required: required.includes(name), schema: member })
    }
  }
  const part = (keyword: string, label: string) => {
    const value = getOwn(schema, keyword)
    if (value !== undefined && isJsonObject(value))
      children.push({ key: keyword, label, required: false, schema: value })
  }
  const patterns = getOwn(schema, 'patternProperties')
  if (patterns !== undefined && isJsonObject(patterns)) {
    for (const [pattern, member] of Object.entries(patterns)) {
      const exact = /^\^([\w-]+)\$$/.exec(pattern)?.[1]
      const label = exact ?? `names like ${pattern}`
      children.push({ key: `patternProperties/${pattern}`, label, required: false, schema: member })
    }
  }
  part('additionalProperties', 'any other name')
  part('propertyNames', 'names')
  part('items', 'each item')
  part('not', 'but not')
  for (const [keyword, label] of [
    ['oneOf', 'either'],
    ['anyOf', 'any of'],
    ['allOf', 'and'],
  ] as const) {
    const branches = getOwn(schema, keyword)
    if (!Array.isArray(branches)) continue
    branches.forEach((branch, index) => {
      const title = isJsonObject(branch) && typeof branch.title === 'string' ? `: ${branch.title}` : ` ${index + 1}`
      children.push({ key: `${keyword}/${index}`, label: `${label}${title}`, required: false, schema: branch })
    })
  }
  return children
}
