import { InlineCode } from '@/app/_ui/components/Code'
import { Collapsible } from '@/app/_ui/components/Collapsible'
import { Tag } from '@/app/_ui/components/Tag'
import { getOwn, isJsonObject, type JsonValue } from '@/lib/base/json'

/** A schema as a tree that folds without a script. `provenance` says which component a property of the payload comes from. */
export function SchemaTree({
  schema,
  provenance,
  empty = 'A payload has no properties: only {} is accepted.',
}: {
  schema: JsonValue
  provenance?: Record<string, string>
  empty?: string
}) {
  const children = schemaChildren(schema)
  if (children.length === 0) return <p className="text-sm text-ink-soft">{empty}</p>
  return (
    <ul className="-my-2 divide-y">
      {children.map((child) => (
        <Branch key={child.key} child={child} depth={0} from={provenance?.[child.label]} />
      ))}
    </ul>
  )
}

function Branch({ child, depth, from }: { child: SchemaChild; depth: number; from?: string }) {
  // a schema may be nested without end only where somebody means it to; what is deeper is in the raw JSON
  const children = depth > 12 ? [] : schemaChildren(child.schema)
  const head = <Head child={child} from={from} />
  return (
    <li className="py-2">
      {children.length === 0 ? (
        <div className="pl-5.5">{head}</div>
      ) : (
        <Collapsible summary={head} open={depth === 0}>
          <ul className="mt-1 ml-2 border-l pl-3">
            {children.map((each) => (
              <Branch key={each.key} child={each} depth={depth + 1} />
            ))}
          </ul>
        </Collapsible>
      )}
    </li>
  )
}

function Head({ child: { label, required, schema }, from }: { child: SchemaChild; from?: string }) {
  const { type, limits } = schemaWords(schema)
  const title = isJsonObject(schema) && typeof schema.title === 'string' ? schema.title : undefined
  const description = isJsonObject(schema) && typeof schema.description === 'string' ? schema.description : undefined
  return (
    <span className="block text-sm">
      <span className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
        <span className="font-mono text-[0.9em] font-semibold">{label}</span>
        <span className="text-ink-soft">{type}</span>
        {required && <Tag tone="accent">required</Tag>}
        {from !== undefined && <Tag>{from}</Tag>}
      </span>
      {(title !== undefined || description !== undefined) && (
        <span className="block max-w-prose text-[0.86rem]">
          {title !== undefined && title !== label && <span className="font-medium">{title}. </span>}
          {description !== undefined && <InlineCode text={description} />}
        </span>
      )}
      {limits.length > 0 && <span className="block font-mono text-[0.8rem] text-ink-soft">{limits.join(' · ')}</span>}
    </span>
  )
}

/** A part of a schema below another: how it is called there, and whether it has to be present. */
interface SchemaChild {
  key: string
  label: string
  required: boolean
  schema: JsonValue
}

/** The parts of a schema that a reader may want to look into, in the order of the schema. */
function schemaChildren(schema: JsonValue): SchemaChild[] {
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

/** What a schema says about its values beside their structure, in a few words each. */
function schemaWords(schema: JsonValue): { type: string; limits: string[] } {
  if (schema === false) return { type: 'nothing', limits: [] }
  if (!isJsonObject(schema)) return { type: 'anything', limits: [] }
  const limits: string[] = []
  const say = (keyword: string, words: (value: JsonValue) => string) => {
    const value = getOwn(schema, keyword)
    if (value !== undefined) limits.push(words(value))
  }
  const shown = (value: JsonValue) => (typeof value === 'string' ? value : JSON.stringify(value))
  say('const', (value) => `only ${JSON.stringify(value)}`)
  say(
    'enum',
    (value) => `one of ${Array.isArray(value) ? value.map((item) => JSON.stringify(item)).join(', ') : shown(value)}`,
  )
  say('format', (value) => `format ${shown(value)}`)
  say('minimum', (value) => `at least ${shown(value)}`)
  say('exclusiveMinimum', (value) => (value === true ? 'not the least itself' : `more than ${shown(value)}`))
  say('maximum', (value) => `at most ${shown(value)}`)
  say('exclusiveMaximum', (value) => (value === true ? 'not the most itself' : `less than ${shown(value)}`))
  say('multipleOf', (value) => `a multiple of ${shown(value)}`)
  say('minLength', (value) => `at least ${shown(value)} characters`)
  say('maxLength', (value) => `at most ${shown(value)} characters`)
  say('minItems', (value) => `at least ${shown(value)} items`)
  say('maxItems', (value) => `at most ${shown(value)} items`)
  say('uniqueItems', () => 'items differ')
  say('minProperties', (value) => `at least ${shown(value)} members`)
  say('maxProperties', (value) => `at most ${shown(value)} members`)
  say('pattern', (value) => `matches ${shown(value)}`)
  say('default', (value) => `default ${JSON.stringify(value)}`)
  return { type: typeWords(schema), limits }
}

function typeWords(schema: { [key: string]: JsonValue }): string {
  const type = getOwn(schema, 'type')
  if (Array.isArray(type)) return type.join(' or ')
  if (type === 'array') {
    const items = getOwn(schema, 'items')
    return items !== undefined && isJsonObject(items) && typeof items.type === 'string'
      ? `array of ${items.type}`
      : 'array'
  }
  if (typeof type === 'string') return type
  for (const [keyword, words] of [
    ['oneOf', 'one of several'],
    ['anyOf', 'any of several'],
    ['allOf', 'all of several'],
    ['not', 'restricted'],
  ] as const) {
    if (Object.hasOwn(schema, keyword)) return words
  }
  return Object.hasOwn(schema, 'enum') || Object.hasOwn(schema, 'const') ? 'value' : 'anything'
}
