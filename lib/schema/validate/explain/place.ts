import { escapePointer } from '@/lib/base/path'

/** A way through nested values, one step at a time; written out only where something is wrong. */
export interface Trail {
  parent?: Trail
  step: string | number
  depth: number
}

/** Where in the payload and where in the schema one is. */
export interface Place {
  value: Trail
  schema: Trail
}

/** The beginning of a trail; `base` is what its pointer begins with. */
export function startTrail(base = ''): Trail {
  return { step: base, depth: 0 }
}

/** The same place in the payload, deeper in the schema. */
export function inSchema(at: Place, ...steps: (string | number)[]): Place {
  return { value: at.value, schema: steps.reduce(follow, at.schema) }
}

/** A member of the value, and the schema for it. */
export function inMember(at: Place, member: string | number, ...steps: (string | number)[]): Place {
  return { value: follow(at.value, member), schema: steps.reduce(follow, at.schema) }
}

/** The steps of a trail below a depth. */
export function stepsBelow(trail: Trail, depth: number): (string | number)[] {
  const steps: (string | number)[] = []
  for (let one: Trail | undefined = trail; one !== undefined && one.depth > depth; one = one.parent)
    steps.push(one.step)
  return steps.reverse()
}

/** The JSON pointer of a trail. */
export function trailPointer(trail: Trail): string {
  if (trail.parent === undefined) return String(trail.step)
  return `${trailPointer(trail.parent)}/${escapePointer(String(trail.step))}`
}

/** Whether two trails lead to the same place. */
export function isSameTrail(one: Trail, other: Trail): boolean {
  let [a, b]: [Trail | undefined, Trail | undefined] = [one, other]
  while (a !== b) {
    if (a === undefined || b === undefined || a.step !== b.step) return false
    a = a.parent
    b = b.parent
  }
  return true
}

function follow(parent: Trail, step: string | number): Trail {
  return { parent, step, depth: parent.depth + 1 }
}
