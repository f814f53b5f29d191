import { equalJson, getOwn, isJsonObject, type JsonValue } from '@/lib/base/json'
import type { CheckRule } from '@/lib/catalog/entry/check'
import { findViolations } from '@/lib/schema/validate/findViolations'
import type { TaskFacts } from './taskFacts'

/** The rules that look at more of a task than one value of its payload. */
export type TaskRule = Exclude<CheckRule, { kind: 'maximumDuration' | 'uniqueKey' | 'maximumProduct' }>

/** Whether a rule is kept; `unknown` where what it looks at is not known. */
export type RuleAnswer = 'kept' | 'broken' | 'unknown'

/** A second each way is forgiven (facts on generic-worker, section b.2). */
const SLACK = 1000

/** Whether a task keeps a rule at a place of its payload. `key` is the last step of the place. Values of a wrong type are the schema's business. */
export function taskRule(rule: TaskRule, value: JsonValue, key: string, facts: TaskFacts): RuleAnswer {
  switch (rule.kind) {
    case 'dependency':
      return typeof value !== 'string' ? 'kept' : answer(facts.dependencies?.includes(value))
    case 'outlivesDeadline':
      return outlives(value, facts)
    case 'fitsDeadline': {
      const { created, deadline } = facts
      if (typeof value !== 'number') return 'kept'
      // Most tasks are looked at before they have times; to say so of each would be noise.
      return answer(created === undefined || deadline === undefined || created + value * 1000 <= deadline)
    }
    case 'differingMembers': {
      const members = { ...rule.defaults, ...(isJsonObject(value) ? value : {}) }
      const [first, ...others] = Object.keys(rule.defaults).map((name) => members[name] ?? null)
      return answer(!others.some((other) => equalJson(first ?? null, other)))
    }
    case 'reservedName':
      return answer(!rule.names.includes(nameOf(rule.members, value, key)))
    case 'text': {
      const text = textOf(rule.members, value, key)
      return answer(text === undefined || findViolations(rule.schema, text).length === 0)
    }
    case 'staysInside':
      return answer(typeof value !== 'string' || staysInside(value, rule.separators))
    case 'host': {
      const wanted = rule.name ?? value
      return typeof wanted !== 'string' ? 'kept' : answer(facts.host?.[rule.fact]?.includes(wanted))
    }
  }
}

function answer(kept: boolean | undefined): RuleAnswer {
  if (kept === undefined) return 'unknown'
  return kept ? 'kept' : 'broken'
}

function outlives(value: JsonValue, { deadline, expires }: TaskFacts): RuleAnswer {
  const at = typeof value === 'string' ? Date.parse(value) : Number.NaN
  if (Number.isNaN(at)) return 'kept'
  if (deadline !== undefined && at < deadline - SLACK) return 'broken'
  if (expires !== undefined && at > expires + SLACK) return 'broken'
  return deadline === undefined || expires === undefined ? 'unknown' : 'kept'
}

function textOf(members: string[] | undefined, value: JsonValue, key: string): string | undefined {
  if (members === undefined) return typeof value === 'string' ? value : undefined
  return nameOf(members, value, key) || undefined
}

/** Whether a path never climbs above where it begins. One that begins with a separator leads elsewhere on purpose. */
function staysInside(path: string, separators: string): boolean {
  let depth = 0
  const steps = [...separators].reduce((text, separator) => text.replaceAll(separator, '\0'), path).split('\0')
  if (steps.length > 1 && steps[0] === '') return true
  for (const step of steps) {
    if (step === '..') depth -= 1
    else if (step !== '' && step !== '.') depth += 1
    if (depth < 0) return false
  }
  return true
}

function nameOf(members: string[], value: JsonValue, key: string): string {
  if (members.length === 0) return key
  if (!isJsonObject(value)) return ''
  const found = members.map((member) => value[member]).find((member) => typeof member === 'string' && member !== '')
  return typeof found === 'string' ? found : ''
}

/** The places whose member (of several names, the first that is there and not empty) is that of an earlier one. Values without it pass. */
export function repeatedKey<Placed extends { value: JsonValue }>(places: Placed[], key: string | string[]): Placed[] {
  const seen = new Set<string>()
  return places.filter(({ value }) => {
    const found = memberOf(value, key)
    if (found === undefined) return false
    const text = JSON.stringify(found)
    const again = seen.has(text)
    seen.add(text)
    return again
  })
}

function memberOf(value: JsonValue, key: string | string[]): JsonValue | undefined {
  if (!isJsonObject(value)) return undefined
  if (typeof key === 'string') return getOwn(value, key)
  return key.map((name) => getOwn(value, name)).find((member) => member !== undefined && member !== '')
}
