import { expect, it } from 'vitest'
import { auditFilter, filterQuery, filterTexts } from './auditFilter'

const read = (query: string) => filterTexts((name) => new URLSearchParams(query).getAll(name))

it.each([
  ['', {}],
  ['who=ann&action=draft.', { who: 'ann', action: 'draft.' }],
  ['who=ann&who=bob', { who: 'ann' }],
  ['entity=task-queue:proj/', { entityPrefix: 'task-queue:proj/' }],
  ['since=2026-11-20&until=2026-11-20', { since: new Date('2026-11-20'), until: new Date('2026-11-21') }],
  ['who=a%00b', { who: 'a\ufffdb' }],
  ['since=yesterday&until=2026-99-99', {}],
])('%j means %j', (query, filter) => {
  expect(JSON.parse(JSON.stringify(auditFilter(read(query))))).toEqual(JSON.parse(JSON.stringify(filter)))
})

it('writes the same filter into an address', () => {
  const texts = read('who=a%26b&since=2026-11-20')
  expect(read(filterQuery(texts))).toEqual(texts)
  expect(filterQuery(texts, { format: 'csv' })).toBe('who=a%26b&since=2026-11-20&format=csv')
})
