import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { samplePayload } from '@/lib/schema/sample/samplePayload'
import { compilePayloadValidator } from '@/lib/schema/validate/compilePayloadValidator'

/** A member of a configuration and the values that may make a difference; `undefined` leaves it out. */
interface Switch {
  path: string[]
  options: (JsonValue | undefined)[]
}

const mostOptions = 6
const mostCombinations = 128
/** Making an example of a branch takes time, so only the first ones are tried. */
const mostBranches = 12

/** More members of a configuration than this are not tried out against each other. */
export const mostSwitches = 24

/**
 * Configurations that a schema accepts, for trying out what templates make of them: the fullest and the smallest one, and those in which the
 * members called `names` are switched: on and off, through the values of an enum, absent and present, empty and not. All combinations where they
 * are few, else every two together. The schema is one that `checkSchema` accepts. Undefined where there are more than `mostSwitches` members to
 * switch; empty where no configuration was found.
 */
export function configSwitches(schema: JsonObject, names: ReadonlySet<string>): JsonValue[] | undefined {
  const validator = compilePayloadValidator(schema)
  const samples = [
    ...(['full', 'typical', 'minimal'] as const).map((size) => samplePayload(schema, { size })),
    {},
  ].filter((value): value is JsonValue => value !== undefined && validator.accepts(value))
  const [full] = samples
  if (full === undefined) return []
  const branches = { left: mostBranches }
  const switches = switchesOf(schema, full, names, branches)
  if (switches.length > mostSwitches) return undefined
  const rows = combinations(
    switches.map(({ options }) => options.length),
    mostCombinations,
  )
  const made = rows
    .map((row) =>
      switches.reduce((config, { path, options }, i) => withMember(config, path, options[row[i] ?? 0]), full),
    )
    .filter((config) => validator.accepts(config))
  return distinct([...samples, ...made])
}

function switchesOf(
  schema: JsonObject,
  full: JsonValue,
  names: ReadonlySet<string>,
  branches: { left: number },
  path: string[] = [],
): Switch[] {
  const { properties } = schema
  if (!isJsonObject(properties) || path.length > 5) return []
  const required = Array.isArray(schema.required) ? schema.required : []
  return Object.entries(properties).flatMap(([name, member]): Switch[] => {
    if (!isJsonObject(member)) return []
    const at = [...path, name]
    const sample = isJsonObject(full) && Object.hasOwn(full, name) ? full[name] : undefined
    const inner = switchesOf(member, sample ?? {}, names, branches, at)
    const matters = names.has(name) || inner.length > 0
    if (!matters) return []
    const values = distinct([...(sample === undefined ? [] : [sample]), ...valuesOf(member, branches)])
    const options = [...values.slice(0, mostOptions), ...(required.includes(name) ? [] : [undefined])]
    return [...(options.length > 1 ? [{ path: at, options }] : []), ...inner]
  })
}

/** Values of a member that templates may tell apart. Wrong ones do no harm: configurations are checked as a whole. */
function valuesOf(schema: JsonObject, budget: { left: number }): JsonValue[] {
  const listed = [schema.default, schema.const].filter((value) => value !== undefined)
  if (Array.isArray(schema.enum)) return [...listed, ...schema.enum]
  const types = [schema.type].flat()
  const branches = [schema.oneOf, schema.anyOf].flatMap((list) => (Array.isArray(list) ? list : []))
  return [
    ...listed,
    ...branches.flatMap((branch) => (isJsonObject(branch) && budget.left-- > 0 ? sampleOf(branch) : [])),
    ...(types.includes('boolean') ? [true, false] : []),
    ...(types.includes('string') ? [''] : []),
    ...(types.includes('integer') || types.includes('number')
      ? [0, schema.minimum, schema.maximum].filter((value) => typeof value === 'number')
      : []),
    ...(types.includes('array') ? [[]] : []),
    ...(types.includes('object') ? [{}] : []),
    ...(types.includes('null') ? [null] : []),
  ]
}

function sampleOf(branch: JsonObject): JsonValue[] {
  const sample = samplePayload(branch, { size: 'full' })
  return sample === undefined ? [] : [sample]
}

/** A copy in which the member at a path has a value or is gone; the same where its parent is no object. */
function withMember(value: JsonValue, [head, ...rest]: string[], member: JsonValue | undefined): JsonValue {
  if (head === undefined || !isJsonObject(value)) return value
  if (rest.length > 0) {
    const inner = Object.hasOwn(value, head) ? value[head] : undefined
    return inner === undefined ? value : { ...value, [head]: withMember(inner, rest, member) }
  }
  const { [head]: _, ...others } = value
  return member === undefined ? others : { ...others, [head]: member }
}

function distinct(values: JsonValue[]): JsonValue[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()]
}

/**
 * Rows of choices, one for each dimension: `sizes` says how many options each has. Every combination where there are at most `most`, else rows
 * in which every two options of two dimensions meet. The same sizes give the same rows.
 */
export function combinations(sizes: readonly number[], most: number): number[][] {
  const all = sizes.reduce((product, size) => product * size, 1)
  if (all > most) return pairwise(sizes)
  return Array.from({ length: all }, (_, index) => {
    let rest = index
    return sizes.map((size) => {
      const choice = rest % size
      rest = Math.floor(rest / size)
      return choice
    })
  })
}

function pairwise(sizes: readonly number[]): number[][] {
  const rows: number[][] = []
  const open = new Set<string>()
  for (let a = 0; a < sizes.length; a++) {
    for (let b = a + 1; b < sizes.length; b++) {
      for (let i = 0; i < (sizes[a] ?? 0); i++) for (let j = 0; j < (sizes[b] ?? 0); j++) open.add(pair(a, i, b, j))
    }
  }
  for (let [first] = open; first !== undefined; [first] = open) {
    const [a = 0, i = 0, b = 0, j = 0] = first.split(',').map(Number)
    const row = new Map([
      [a, i],
      [b, j],
    ])
    for (let dimension = 0; dimension < sizes.length; dimension++) {
      if (!row.has(dimension)) row.set(dimension, bestChoice(dimension, sizes[dimension] ?? 1, row, open))
    }
    const entries = [...row].sort(([one], [other]) => one - other)
    for (const [one, choice] of entries) {
      for (const [other, second] of entries) if (one < other) open.delete(pair(one, choice, other, second))
    }
    rows.push(entries.map(([, choice]) => choice))
  }
  return rows
}

/** The option that meets the most others for the first time. */
function bestChoice(
  dimension: number,
  size: number,
  row: ReadonlyMap<number, number>,
  open: ReadonlySet<string>,
): number {
  let best = 0
  let most = -1
  for (let choice = 0; choice < size; choice++) {
    let count = 0
    for (const [other, chosen] of row) {
      if (open.has(other < dimension ? pair(other, chosen, dimension, choice) : pair(dimension, choice, other, chosen)))
        count++
    }
    if (count > most) [best, most] = [choice, count]
  }
  return best
}

function pair(a: number, i: number, b: number, j: number): string {
  return `${a},${i},${b},${j}`
}
