import { DrizzleQueryError } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { isDatabaseGone } from './databaseTrouble'

const coded = (code: string, more = {}) => Object.assign(new Error('x'), { code, ...more })
const query = (cause: Error) => new DrizzleQueryError('select 1', [], cause)

it.each<[string, unknown, boolean]>([
  ['nobody listens', query(coded('ECONNREFUSED')), true],
  ['nobody listens at any of its addresses', new AggregateError([coded('ECONNREFUSED')]), true],
  ['it says nothing', query(coded('ETIMEDOUT')), true],
  ['its socket is not there', coded('ENOENT', { syscall: 'connect' }), true],
  ['it is stopping', query(coded('57P01')), true],
  ['it has no connection left', coded('53300'), true],
  ['the pool has no connection in time', new Error('timeout exceeded when trying to connect'), true],
  ['the connection broke', query(new Error('Connection terminated unexpectedly')), true],
  [
    'the connection broke before',
    query(new Error('Client has encountered a connection error and is not queryable')),
    true,
  ],
  ['the class is that of another bundle', Object.assign(new Error('Failed query: a'), { cause: coded('57P03') }), true],
  ['a file is not there', coded('ENOENT', { syscall: 'open' }), false],
  ['a statement is wrong', query(coded('42601')), false],
  ['a row is there twice', query(coded('23505')), false],
  ['another service is gone', new TypeError('fetch failed', { cause: coded('ECONNREFUSED') }), false],
  ['it is no error', 'ECONNREFUSED', false],
])('where %s', (_, error, gone) => {
  expect(isDatabaseGone(error)).toBe(gone)
})
