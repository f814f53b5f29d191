import { describeDecisions } from './testing/describeDecisions'

describeDecisions('type', [
  [{ type: 'null' }, [null], [0, '', false, [], {}]],
  [{ type: 'boolean' }, [true, false], [0, 1, 'true', null]],
  [{ type: 'integer' }, [0, -1, 1.0, 1e300, 2 ** 53], [0.5, '1', true, [1]]],
  [{ type: 'number' }, [0, -0, 0.5, 5e-324], ['0', null, false]],
  [{ type: 'string' }, ['', 'a', '1'], [1, null, ['a']]],
  [{ type: 'array' }, [[], [[]]], [{}, 'a', null]],
  [{ type: 'object' }, [{}, { length: 1 }], [[], null, 'a']],
  [{ type: ['integer', 'null'] }, [1, null], [0.5, 'null', false]],
  [{ type: ['object', 'array'] }, [{}, []], [null, 'a']],
  [{}, [null, 0, 'a', [], {}, false], []],
])

describeDecisions('enum', [
  [{ enum: [1, 'a', null] }, [1, 1.0, 'a', null], ['1', true, 'null', 0]],
  [{ enum: [0] }, [0, -0], [false, '', null, []]],
  [{ enum: [false] }, [false], [0, null, '']],
  [{ enum: [[1, 2]] }, [[1, 2]], [[2, 1], [1], [1, 2, 3], '1,2']],
  [
    { enum: [{ a: 1, b: [2] }] },
    [
      { a: 1, b: [2] },
      { b: [2.0], a: 1 },
    ],
    [{ a: 1 }, { a: 1, b: [2], c: 3 }, { a: 1, b: 2 }],
  ],
  [{ enum: [{}] }, [{}], [[], null]],
  [{ enum: [[]] }, [[]], [{}, [[]], '']],
])

describeDecisions('const', [
  [{ const: null }, [null], [0, false, '']],
  [{ const: 'é' }, ['é'], ['e\u0301', 'e']],
  [{ const: 0.1 }, [0.1, 1e-1], [0.10000000000000002, '0.1']],
  [{ const: { a: null } }, [{ a: null }], [{}, { a: 0 }]],
  [{ const: { a: { b: [1, { c: 2 }] } } }, [{ a: { b: [1, { c: 2 }] } }], [{ a: { b: [{ c: 2 }, 1] } }]],
  [{ const: 1, type: 'string' }, [], [1, '1']],
])
