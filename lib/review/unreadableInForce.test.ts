import { expect, it } from 'vitest'
import { compareSchemas } from '@/lib/compare/compareSchemas'
import { answerOf, breakingChanges } from './answerOf'
import { unreadableInForce } from './compareInTime'

const why = 'the Queue at https://tc.example.com cannot be reached: ECONNREFUSED'
const schema = { type: 'object', properties: { a: { type: 'string' } } }

it('answers "cannot tell" with the reason, also where the last version and the design say the same', () => {
  const comparison = unreadableInForce(why, compareSchemas(schema, schema))
  expect(answerOf(comparison)).toMatchObject({
    answer: 'cannot tell',
    sentence: expect.stringContaining(why),
    count: 1,
  })
  expect(breakingChanges(comparison)).toMatchObject([{ effect: 'undecided', reason: why }])
})

it('keeps what is known to break what was registered last', () => {
  const comparison = unreadableInForce(why, compareSchemas(schema, { ...schema, maxProperties: 0 }))
  expect(breakingChanges(comparison).map(({ effect }) => effect)).toEqual(['undecided', 'narrows'])
})

it('asks for a reason where nothing was registered, either', () => {
  expect(breakingChanges(unreadableInForce(why))).toHaveLength(1)
})
