import { getOwn, isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import type { Field, Variant } from './field'

/**
 * The field that edits a value of a schema; `name` is the title where the schema has none. Schemas that say more than the fields
 * can show (combinations, tuples, free objects, anything deeper than 12 levels) are edited as YAML.
 */
export function fieldOf(schema: JsonValue | undefined, name: string, depth = 0): Field {
  if (!isJsonObject(schema) || depth > 12) return { kind: 'yaml', title: name }
  const common = commonOf(schema, name)
  const type = getOwn(schema, 'type')
  const options = getOwn(schema, 'enum')

  if (Array.isArray(options)) {
    const texts = options.filter((option) => typeof option === 'string')
    return texts.length === options.length ? { ...common, kind: 'choice', options: texts } : { ...common, kind: 'yaml' }
  }
  const branches = getOwn(schema, 'oneOf')
  if (Array.isArray(branches)) return variantsOf(branches, common, depth)
  if (['allOf', 'anyOf', 'not', '$ref', 'const', 'if'].some((keyword) => Object.hasOwn(schema, keyword))) {
    return { ...common, kind: 'yaml' }
  }
  if (Array.isArray(type)) {
    const orInteger = type.length === 2 && type.includes('integer') && type.includes('string')
    return orInteger ? { ...common, kind: 'text', orInteger } : { ...common, kind: 'yaml' }
  }
  switch (type) {
    case 'string':
      return { ...common, kind: 'text', ...text(schema, 'format'), ...number(schema, 'maxLength') }
    case 'integer':
    case 'number': {
      const limits = { ...number(schema, 'minimum'), ...number(schema, 'maximum') }
      return { ...common, kind: 'number', integer: type === 'integer', ...limits }
    }
    case 'boolean':
      return { ...common, kind: 'boolean' }
    case 'array':
      return isJsonObject(schema.items)
        ? { ...common, kind: 'list', item: fieldOf(schema.items, 'Item', depth + 1) }
        : { ...common, kind: 'yaml' }
    case 'object':
      return objectOf(schema, common, depth)
    default:
      return { ...common, kind: 'yaml' }
  }
}

type Common = Pick<Field, 'title' | 'description' | 'secret' | 'default'>

function commonOf(schema: JsonObject, name: string): Common {
  const initial = getOwn(schema, 'default')
  return {
    title: typeof schema.title === 'string' ? schema.title : name,
    ...text(schema, 'description'),
    ...(schema.secret === true ? { secret: true } : {}),
    ...(initial === undefined ? {} : { default: initial }),
  }
}

function text<K extends string>(schema: JsonObject, keyword: K): { [key in K]?: string } {
  const value = getOwn(schema, keyword)
  const found: { [key in K]?: string } = {}
  if (typeof value === 'string') found[keyword] = value
  return found
}

function number<K extends string>(schema: JsonObject, keyword: K): { [key in K]?: number } {
  const value = getOwn(schema, keyword)
  const found: { [key in K]?: number } = {}
  if (typeof value === 'number') found[keyword] = value
  return found
}

function objectOf(schema: JsonObject, common: Common, depth: number): Field {
  const properties = getOwn(schema, 'properties')
  const additional = getOwn(schema, 'additionalProperties')
  const open = additional === undefined || additional === true || isJsonObject(additional)
  if (isJsonObject(properties) && Object.keys(properties).length > 0) {
    if (open && additional !== undefined) return { ...common, kind: 'yaml' }
    const required = Array.isArray(schema.required) ? schema.required : []
    const members = Object.entries(properties).map(([name, member]) => ({
      name,
      required: required.includes(name),
      field: fieldOf(member, name, depth + 1),
    }))
    return { ...common, kind: 'object', members }
  }
  if (isJsonObject(additional)) return { ...common, kind: 'map', item: fieldOf(additional, 'Value', depth + 1) }
  return open ? { ...common, kind: 'yaml' } : { ...common, kind: 'object', members: [] }
}

function variantsOf(branches: JsonValue[], common: Common, depth: number): Field {
  const variants = branches.map((branch, index) => variantOf(branch, index, depth))
  const known = variants.filter((variant) => variant !== undefined)
  return known.length === branches.length
    ? { ...common, kind: 'variants', variants: known }
    : { ...common, kind: 'yaml' }
}

function variantOf(branch: JsonValue, index: number, depth: number): Variant | undefined {
  if (!isJsonObject(branch)) return undefined
  const field = fieldOf(branch, `Form ${index + 1}`, depth + 1)
  const { title, description } = field
  const words = { title, ...(description === undefined ? {} : { description }) }
  if (field.kind === 'text') return { ...words, field, start: '', marks: [] }
  if (field.kind !== 'object') return undefined
  const required = field.members.filter((member) => member.required)
  const marks = required.map(({ name, field: member }) =>
    member.kind === 'choice' && member.options.length === 1 ? { name, fixed: member.options[0] ?? '' } : { name },
  )
  const start = required.map(({ name, field: member }) => [name, startOf(member)] as const)
  return {
    ...words,
    field: {
      ...field,
      members: field.members.filter(({ field: member }) => member.kind !== 'choice' || member.options.length > 1),
    },
    start: Object.fromEntries(start.filter((entry): entry is readonly [string, JsonValue] => entry[1] !== undefined)),
    marks,
  }
}

function startOf(field: Field): JsonValue | undefined {
  if (field.kind === 'choice' && field.options.length === 1) return field.options[0]
  return field.default
}
