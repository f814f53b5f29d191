import { describeDecisions } from './testing/describeDecisions'

describeDecisions('bounds', [
  [{ minimum: 1 }, [1, 1.0000000001, 1e300, 'a', null, [0]], [0.9999999999, 0, -1]],
  [{ maximum: -1.5 }, [-1.5, -2, '0'], [-1.4999, 0]],
  [{ exclusiveMinimum: 1 }, [1.0000000001, 2], [1, 0]],
  [{ exclusiveMaximum: 1 }, [0.9999999999, -1], [1, 2]],
  [{ minimum: 0 }, [0, -0, 5e-324], [-5e-324]],
  [{ exclusiveMinimum: 0 }, [5e-324], [0, -0]],
  [{ minimum: 1, exclusiveMinimum: 1 }, [2], [1]],
  [{ minimum: 2, maximum: 1 }, ['a', {}], [1, 1.5, 2]],
  [{ minimum: -1, exclusiveMaximum: 1 }, [-1, 0, 0.5], [1, -1.5]],
])

describeDecisions('multipleOf', [
  [{ multipleOf: 2 }, [0, -0, 2, -4, 1e300, 'a'], [1, 3, 0.5, -1]],
  [{ multipleOf: 1 }, [1, 1.0, 1e21], [0.5]],
  [{ multipleOf: 2.5 }, [0, 2.5, 5, -7.5], [1, 2, 2.4999]],
  // exact in decimal, where doubles are not
  [{ multipleOf: 0.1 }, [0.1, 0.2, 0.3, 0.7, 1.1, 19.9], [0.15, 0.30000000000000004]],
  [{ multipleOf: 0.01 }, [19.99, 4.35, 1.1], [0.001, 19.999]],
  [{ multipleOf: 1e-7 }, [1e-7, 3e-7, 1], [1e-8]],
  [{ multipleOf: 3, minimum: 4 }, [6, 9], [3, 5]],
])
