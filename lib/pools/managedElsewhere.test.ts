import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isManagedElsewhere, managedPrefix, withoutMark } from './managedElsewhere'

describe('the mark of another tool', () => {
  it.each([
    ['*DO NOT EDIT* - This resource is configured automatically.\n\nCI', true, 'CI'],
    ['  \n*DO NOT EDIT* x\n\nCI', true, 'CI'],
    ['*DO NOT EDIT*', true, ''],
    ['*DO NOT EDIT* one line\nand another', true, ''],
    ['CI *DO NOT EDIT*', false, 'CI *DO NOT EDIT*'],
    ['*do not edit*', false, '*do not edit*'],
    ['**DO NOT EDIT**', false, '**DO NOT EDIT**'],
    ['', false, ''],
  ])('is found in %j: %s', (description, managed, rest) => {
    expect(isManagedElsewhere(description)).toBe(managed)
    expect(withoutMark(description)).toBe(rest)
  })

  it('goes and leaves every description as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'a*\n ', managedPrefix) }), (text) => {
        expect(withoutMark(managedPrefix + text)).toBe(text)
      }),
    )
  })
})
