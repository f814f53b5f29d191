import type { JsonObject } from '@/lib/base/json'
import type { CallArgument, RequestedBy } from '@/lib/catalog/entry/taskFeature'

/** A payload property of a made-up plugin, and what can be said of it. `at` makes a place below the property. */
export interface Shape {
  schema: JsonObject
  requests: ((at: (below: string) => string) => RequestedBy)[]
  arguments: ((at: (below: string) => string) => CallArgument)[]
  /** what a limit may say of the property */
  overlays: JsonObject[]
}

const text: JsonObject = { type: 'string' }
const flag: JsonObject = { type: 'boolean' }
const mode: JsonObject = { type: 'string', enum: ['off', 'on', 'both'] }
const closed = (properties: JsonObject, ...required: string[]): JsonObject => ({
  type: 'object',
  additionalProperties: false,
  properties,
  ...(required.length > 0 ? { required } : {}),
})
const item = closed(
  { kind: { type: 'string', enum: ['x', 'y'] }, label: text, flag, inner: closed({ flag, mode }) },
  'kind',
)

/** Requests at a boolean, a choice, and in an object, each below a place. */
const flagRequests = (below: string): Shape['requests'] => [
  (at) => ({ path: at(below), when: { const: true } }),
  (at) => ({ path: at(below), when: { const: false }, byDefault: true }),
  (at) => ({ path: at(below), when: { const: true }, byDefault: true }),
  (at) => ({ path: at(below) }),
]
const modeRequests = (below: string): Shape['requests'] => [
  (at) => ({ path: at(below), when: { const: 'on' } }),
  (at) => ({ path: at(below), when: { enum: ['on', 'both'] } }),
  (at) => ({ path: at(below), when: { not: { const: 'off' } }, byDefault: true }),
]
const itemRequests = (below: string): Shape['requests'] => [
  (at) => ({ path: at(below) }),
  (at) => ({ path: at(below), when: { type: 'object', required: ['label'] } }),
  (at) => ({ path: at(below), when: { type: 'object', required: ['label', 'flag'] } }),
  (at) => ({ path: at(below), when: { type: 'object', properties: { kind: { const: 'x' } }, required: ['kind'] } }),
  (at) => ({ path: at(`${below}/label`) }),
  (at) => ({ path: at(`${below}/label`), when: { pattern: '^x' } }),
  (at) => ({ path: at(`${below}/inner`) }),
  ...flagRequests(`${below}/flag`),
  ...flagRequests(`${below}/inner/flag`),
  ...modeRequests(`${below}/inner/mode`),
]

const whole: Shape['requests'] = [(at) => ({ path: at('') })]
const always: Shape['requests'] = [
  () => ({ always: true }),
  () => ({ always: 'config.on' }),
  (at) => ({ path: at(''), always: 'config.on' }),
]
const constant: Shape['arguments'] = [() => ({ constant: 'x' }), () => ({ configKeysOf: '/names' })]

/** Properties of many kinds. */
export const shapes: Shape[] = [
  { schema: flag, requests: [...flagRequests(''), ...always], arguments: constant, overlays: [{ const: false }] },
  {
    schema: mode,
    requests: [...modeRequests(''), ...whole],
    arguments: [...constant, (at) => ({ valueAt: at('') })],
    overlays: [{ enum: ['off', 'on'] }],
  },
  {
    schema: text,
    requests: [
      ...whole,
      (at) => ({ path: at(''), when: { pattern: '^x' } }),
      (at) => ({ path: at(''), when: { minLength: 2 } }),
    ],
    arguments: [(at) => ({ valueAt: at('') })],
    overlays: [{ maxLength: 1 }, { not: { const: 'x' } }],
  },
  {
    schema: { type: 'array', items: item },
    requests: [...whole, ...itemRequests('/*')],
    arguments: [...constant, (at) => ({ valueAt: at('/*/label') }), (at) => ({ valueAt: at('/*/kind') })],
    overlays: [{ maxItems: 1 }, { items: { properties: { label: { maxLength: 1 } } } }],
  },
  {
    schema: { type: 'object', additionalProperties: item },
    requests: [...whole, ...itemRequests('/*')],
    arguments: [...constant, (at) => ({ valueAt: at('/*/label') }), (at) => ({ keysOf: at('') })],
    overlays: [{ maxProperties: 1 }, { propertyNames: { maxLength: 1 } }],
  },
  {
    schema: { type: 'object', additionalProperties: text },
    requests: [
      ...whole,
      (at) => ({ path: at('/*') }),
      (at) => ({ path: at('/*'), when: { pattern: '^x' } }),
      (at) => ({ path: at('/x') }),
    ],
    arguments: [(at) => ({ keysOf: at('') }), (at) => ({ valueAt: at('/*') })],
    overlays: [{ maxProperties: 0 }],
  },
  {
    schema: item,
    requests: itemRequests(''),
    arguments: [
      ...constant,
      (at) => ({ valueAt: at('/label') }),
      (at) => ({ keysOf: at('') }),
      (at) => ({ valueAt: at('/inner/mode') }),
    ],
    overlays: [{ properties: { label: { maxLength: 1 } } }, { not: { required: ['label', 'flag'] } }],
  },
  {
    schema: { oneOf: [text, closed({ label: text, inner: closed({ flag }) }, 'label')] },
    requests: [
      ...whole,
      (at) => ({ path: at(''), when: { type: 'string' } }),
      (at) => ({ path: at(''), when: { type: 'object', required: ['label'] } }),
      (at) => ({ path: at('/inner') }),
      ...flagRequests('/inner/flag'),
    ],
    arguments: [(at) => ({ valueAt: at('') }), (at) => ({ valueAt: at('/label') })],
    overlays: [{ type: 'string' }],
  },
  {
    schema: { type: 'array', items: { type: 'array', items: text } },
    requests: [
      ...whole,
      (at) => ({ path: at('/*') }),
      (at) => ({ path: at('/*/*') }),
      (at) => ({ path: at('/*/*'), when: { const: 'x' } }),
    ],
    arguments: [(at) => ({ valueAt: at('/*/*') })],
    overlays: [{ items: { maxItems: 1 } }],
  },
]
