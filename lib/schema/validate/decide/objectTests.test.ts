import type { JsonValue } from '@/lib/base/json'
import { describeDecisions } from './testing/describeDecisions'

const none = { type: 'null' }
const proto: JsonValue = JSON.parse('{"__proto__": 1}')

describeDecisions('members', [
  [{ properties: { a: none } }, [{}, { a: null }, { b: 1 }, [1], 'a'], [{ a: 1 }]],
  [{ properties: { a: false } }, [{}, { b: 1 }], [{ a: null }]],
  [{ properties: { '': none, 'a/b': none } }, [{ '': null }], [{ '': 1 }, { 'a/b': 1 }]],
  [{ patternProperties: { '^a': none } }, [{ b: 1 }, { ab: null }], [{ a: 1 }, { ab: 1 }]],
  [{ patternProperties: { a: none, b: { const: null } } }, [{ ab: null }], [{ xa: 1 }, { bx: 1 }]],
  [
    { properties: { ab: { minimum: 1 } }, patternProperties: { '^a': { maximum: 5 } } },
    [{ ab: 3, ac: 0 }],
    [{ ab: 0 }, { ab: 6 }, { ac: 6 }],
  ],
  [{ additionalProperties: false }, [{}, []], [{ a: 1 }, proto]],
  [{ properties: { a: true }, additionalProperties: false }, [{ a: 1 }], [{ b: 1 }, { a: 1, constructor: 1 }]],
  [{ patternProperties: { '^a': true }, additionalProperties: none }, [{ ab: 1, b: null }], [{ b: 1 }]],
  [
    { properties: { a: none }, additionalProperties: { type: 'string' } },
    [{ a: null, b: 'x' }],
    [{ a: 'x' }, { b: null }],
  ],
  [{ additionalProperties: none, allOf: [{ properties: { a: true } }] }, [{ a: null }], [{ a: 1 }]],
])

describeDecisions('required and numbers of properties', [
  [{ required: ['a', 'b'] }, [{ a: 1, b: null }, { a: 1, b: 2, c: 3 }, [], 'ab'], [{}, { a: 1 }, { b: 1 }]],
  [{ required: [] }, [{}], []],
  [{ required: ['constructor', '__proto__'] }, [JSON.parse('{"constructor": 1, "__proto__": 1}')], [{}, proto]],
  [{ minProperties: 1 }, [{ a: 1 }, proto, []], [{}]],
  [{ maxProperties: 1 }, [{}, { a: 1 }, [1, 2]], [{ a: 1, b: 2 }]],
])

describeDecisions('propertyNames', [
  [{ propertyNames: { maxLength: 1 } }, [{}, { a: 1, '😀': 1 }, ['ab']], [{ ab: 1 }, { a: 1, ab: 1 }]],
  [{ propertyNames: { enum: ['a', ''] } }, [{ a: 1, '': 2 }], [{ b: 1 }]],
  [{ propertyNames: false }, [{}], [{ a: 1 }]],
  [{ propertyNames: { type: 'string' } }, [{ 1: 1 }], []],
  [{ propertyNames: { type: 'integer' } }, [{}], [{ 1: 1 }]],
])

describeDecisions('dependencies', [
  [{ dependencies: { a: ['b'] } }, [{}, { b: 1 }, { a: 1, b: 1 }, ['a']], [{ a: 1 }]],
  [{ dependencies: { a: [] } }, [{ a: 1 }], []],
  [{ dependencies: { a: ['b'], b: ['a'] } }, [{ c: 1 }, { a: 1, b: 1 }], [{ a: 1 }, { b: 1 }]],
  [{ dependencies: { a: { properties: { b: none } } } }, [{ b: 1 }, { a: 1 }, { a: 1, b: null }], [{ a: 1, b: 1 }]],
  [{ dependencies: { a: false, b: true } }, [{ b: 1 }], [{ a: 1 }]],
  [{ dependencies: { toString: ['a'] } }, [{}], [JSON.parse('{"toString": 1}')]],
])
