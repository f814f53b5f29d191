import { describeDecisions } from './testing/describeDecisions'

describeDecisions('items and additionalItems', [
  [{ items: { type: 'integer' } }, [[], [1, 2], 'a', { 0: 'a' }], [['a'], [1, 0.5]]],
  [{ items: true }, [[], [1]], []],
  [{ items: false }, [[], 'a'], [[1], [null]]],
  [{ items: [{ const: 1 }, { const: 2 }] }, [[], [1], [1, 2], [1, 2, 3]], [[2], [1, 1]]],
  [{ items: [{ const: 1 }], additionalItems: { const: 2 } }, [[], [1], [1, 2, 2]], [[2], [1, 1], [1, 2, 1]]],
  [{ items: [true], additionalItems: false }, [[], [1]], [[1, 2]]],
  [{ items: { const: 1 }, additionalItems: false }, [[1, 1, 1]], [[1, 2]]],
  [{ additionalItems: false }, [[1, 2]], []],
  [{ items: [false] }, [[]], [[1]]],
])

describeDecisions('numbers of items', [
  [{ minItems: 1 }, [[1], [null], 'a', {}], [[]]],
  [{ maxItems: 1 }, [[], [1]], [[1, 2]]],
  [{ minItems: 2, maxItems: 1 }, ['a'], [[], [1], [1, 2]]],
  [{ minItems: 0 }, [[]], []],
])

describeDecisions('uniqueItems', [
  [
    { uniqueItems: true },
    [[], [1], [1, 2], [1, '1'], [0, false, null, ''], [[1], [2]], ['aa', 1]],
    [
      [1, 1],
      [1, 2, 1],
    ],
  ],
  [
    { uniqueItems: true },
    [
      [{ a: 1 }, { a: 2 }],
      [[], {}],
      [
        [1, 2],
        [2, 1],
      ],
    ],
    [
      [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
      [[], []],
    ],
  ],
  [
    { uniqueItems: true },
    [
      [1, true],
      ['1', 1],
      [{ a: 1 }, { a: true }],
    ],
    [
      [1.0, 1],
      [0, -0],
      [null, null],
    ],
  ],
  [{ uniqueItems: false }, [[1, 1]], []],
])

describeDecisions('contains', [
  [{ contains: { const: 1 } }, [[1], [2, 1], 'a', {}], [[], [2], ['1']]],
  [{ contains: true }, [[1]], [[]]],
  [{ contains: false }, ['a'], [[], [1]]],
  [{ contains: { type: 'string' }, items: { maxLength: 1 } }, [['a'], [1, 'a']], [['aa'], [1]]],
])
