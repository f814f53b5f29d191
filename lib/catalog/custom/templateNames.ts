/** What a template can read: `TemplateContext`, and the fixed time. */
export const contextNames = [
  'config',
  'settings',
  'engine',
  'plugins',
  'workerVersion',
  'provisionerId',
  'workerType',
  'pool',
  'now',
] as const

/**
 * The functions whose result is never larger than what they are given, and that take time in proportion to it. Not among them: `range` (as
 * long as one likes), `join` (length times separator), `rstrip` (quadratic), `fromNow` (there is no clock).
 */
export const functionNames = [
  'abs',
  'ceil',
  'defined',
  'durationSeconds',
  'durationText',
  'floor',
  'len',
  'lowercase',
  'lstrip',
  'max',
  'min',
  'number',
  'since',
  'split',
  'sqrt',
  'str',
  'strip',
  'typeof',
  'uppercase',
] as const

/** The operators that look at each part of a template once. */
export const operatorNames = ['$eval', '$if', '$let', '$match', '$merge', '$switch'] as const

/** The operators of JSON-e that go over a list, copy it or turn it round in place. */
export const refusedOperators: readonly string[] = [
  '$flatten',
  '$flattenDeep',
  '$find',
  '$fromNow',
  '$json',
  '$map',
  '$mergeDeep',
  '$reduce',
  '$reverse',
  '$sort',
]
