import { describe, expect, it } from 'vitest'
import type { JsonValue } from '@/lib/base/json'
import { type TaskFacts, taskFacts } from './taskFacts'
import { type RuleAnswer, type TaskRule, taskRule } from './taskRule'

const created = Date.parse('2026-09-01T11:00:00Z')
const times: TaskFacts = { created, deadline: created + 3_600_000, expires: created + 7_200_000 }
const expiry = (minutes: number, seconds = 0) => new Date(created + minutes * 60_000 + seconds * 1000).toISOString()
const logs: TaskRule = { kind: 'differingMembers', defaults: { live: 'a', backing: 'b' } }
const names: TaskRule = { kind: 'reservedName', members: ['name', 'path'], names: ['x'] }
const groups: TaskRule = { kind: 'host', fact: 'groups' }
const short: TaskRule = { kind: 'text', schema: { maxLength: 2 } }
const shortName: TaskRule = { kind: 'text', members: ['name', 'path'], schema: { maxLength: 2 } }
const shortKey: TaskRule = { kind: 'text', members: [], schema: { maxLength: 0 } }
const inside: TaskRule = { kind: 'staysInside', separators: '/' }
const insideWindows: TaskRule = { kind: 'staysInside', separators: '/\\' }
const docker: TaskRule = { kind: 'host', fact: 'groups', name: 'docker' }

describe('taskRule', () => {
  it.each<[string, TaskRule, JsonValue, TaskFacts, RuleAnswer]>([
    ['a dependency', { kind: 'dependency' }, 'A', { dependencies: ['A'] }, 'kept'],
    ['none', { kind: 'dependency' }, 'A', { dependencies: ['B'] }, 'broken'],
    ['dependencies that nobody knows', { kind: 'dependency' }, 'A', {}, 'unknown'],
    ['a task id of a wrong type', { kind: 'dependency' }, 1, { dependencies: [] }, 'kept'],
    ['an artifact that outlives the deadline', { kind: 'outlivesDeadline' }, expiry(90), times, 'kept'],
    ['one that does not', { kind: 'outlivesDeadline' }, expiry(59), times, 'broken'],
    ['one that outlives the task', { kind: 'outlivesDeadline' }, expiry(121), times, 'broken'],
    ['a second too early', { kind: 'outlivesDeadline' }, expiry(60, -1), times, 'kept'],
    ['two seconds too early', { kind: 'outlivesDeadline' }, expiry(60, -2), times, 'broken'],
    ['a second too late', { kind: 'outlivesDeadline' }, expiry(120, 1), times, 'kept'],
    ['two seconds too late', { kind: 'outlivesDeadline' }, expiry(120, 2), times, 'broken'],
    ['an expiry without a deadline', { kind: 'outlivesDeadline' }, expiry(90), {}, 'unknown'],
    ['an expiry that is no time', { kind: 'outlivesDeadline' }, 'soon', times, 'kept'],
    ['a run time that fits', { kind: 'fitsDeadline' }, 3600, times, 'kept'],
    ['one that does not', { kind: 'fitsDeadline' }, 3601, times, 'broken'],
    ['one of a task without times', { kind: 'fitsDeadline' }, 3601, {}, 'kept'],
    ['names that differ', logs, { live: 'x' }, {}, 'kept'],
    ['names that are the same', logs, { live: 'x', backing: 'x' }, {}, 'broken'],
    ['one that is the default of the other', logs, { live: 'b' }, {}, 'broken'],
    ['a free name', names, { name: 'y', path: 'x' }, {}, 'kept'],
    ['a reserved name', names, { name: 'x', path: 'y' }, {}, 'broken'],
    ['a reserved path without a name', names, { path: 'x' }, {}, 'broken'],
    ['a group of the machine', groups, 'audio', { host: { groups: ['audio'] } }, 'kept'],
    ['one that it does not have', groups, 'audio', { host: { groups: [] } }, 'broken'],
    ['a machine that nobody knows', groups, 'audio', {}, 'unknown'],
    ['a text that fits', short, 'ab', {}, 'kept'],
    ['one that does not', short, 'abc', {}, 'broken'],
    ['no text', short, 123, {}, 'kept'],
    ['a text in a member', shortName, { name: 'abc', path: 'a' }, {}, 'broken'],
    ['one in the next, where the first is empty', shortName, { name: '', path: 'abc' }, {}, 'broken'],
    ['none in any member', shortName, { path: 1 }, {}, 'kept'],
    ['a key', shortKey, 'anything', {}, 'broken'],
    ['a path inside', inside, 'a/../b/./..', {}, 'kept'],
    ['a path outside', inside, '../a', {}, 'broken'],
    ['one that comes to be outside', inside, 'a/../../b', {}, 'broken'],
    ['one that goes and comes back', inside, '../task/a', {}, 'broken'],
    ['names that begin with dots', inside, '...a/..b', {}, 'kept'],
    ['a path from the root', inside, '/a/../../b', {}, 'kept'],
    ['another separator', inside, '..\\a', {}, 'kept'],
    ['another separator where it is one', insideWindows, 'a\\..\\..\\b', {}, 'broken'],
    ['a fixed group', docker, {}, { host: { groups: ['docker'] } }, 'kept'],
    ['a fixed group that is missing', docker, {}, { host: { groups: [] } }, 'broken'],
  ])('judges %s', (_, rule, value, facts, expected) => {
    expect(taskRule(rule, value, 'k', facts)).toBe(expected)
  })

  it('takes the last step of the place for a name where no members are given', () => {
    const rule: TaskRule = { kind: 'reservedName', members: [], names: ['public/x'] }
    expect(taskRule(rule, {}, 'public/x', {})).toBe('broken')
    expect(taskRule(rule, {}, 'public/y', {})).toBe('kept')
  })
})

describe('taskFacts', () => {
  it('reads dependencies and times', () => {
    const definition = { dependencies: ['A', 1], created: '2026-09-01T11:00:00Z', deadline: { $fromNow: '1 day' } }
    expect(taskFacts(definition)).toEqual({ dependencies: ['A'], created })
  })

  it('knows that a definition without dependencies has none', () => {
    expect(taskFacts({})).toEqual({ dependencies: [] })
    expect(taskFacts('payload')).toEqual({})
  })
})
