import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { JsonValue } from '@/lib/base/json'
import { exampleContext } from '@/lib/catalog/testing/exampleContext'
import { measureExpression, measureTemplate } from './measureTemplate'
import { renderTemplate } from './renderTemplate'

const open = '$' + '{'

describe('measureTemplate', () => {
  it.each<[string, JsonValue, number]>([
    ['a constant', { a: ['b', 1] }, 0],
    ['an expression', { $eval: 'config' }, 1],
    ['two words', { $eval: '[config, settings]' }, 2],
    ['an interpolation', `a ${open}config.a} ${open}workerType}`, 2],
    ['an interpolated key', { [`${open}config.a}`]: 1 }, 1],
    ['both branches', parse('{$if: config.a, then: {$eval: config}, else: {$eval: settings}}'), 3],
    ['a name that is used twice', { $let: { x: { $eval: 'config' } }, in: [{ $eval: 'x' }, { $eval: 'x' }] }, 3],
    [
      'a name of a name',
      { $let: { x: { $eval: '[config, config]' } }, in: { $let: { y: { $eval: '[x, x]' } }, in: { $eval: '[y, y]' } } },
      14,
    ],
    [
      'a name that hides another',
      { $let: { x: { $eval: 'config' } }, in: { $let: { x: 1 }, in: { $eval: '[x, x]' } } },
      1,
    ],
    ['a name that hides the configuration', { $let: { config: 1 }, in: { $eval: '[config, config]' } }, 0],
    ['cases', { $switch: { 'config.a': { $eval: 'config' }, $default: 1 } }, 2],
    ['matches', { $match: { 'config.a': 1, 'config.b': { $eval: 'engine' } } }, 3],
    ['merged parts', { $merge: [{ $eval: 'config' }, { a: { $eval: 'config' } }] }, 2],
    ['functions', { $eval: 'len(str(config))' }, 1],
    ['the fixed time', { $eval: 'now' }, 0],
    ['an escape', { $$ref: 'config' }, 0],
  ])('counts how often %s repeats what it sees', (_, template, references) => {
    const { cost, findings } = measureTemplate(template)
    expect(findings).toEqual([])
    expect(cost.references).toBe(references)
    expect(Number.isFinite(cost.own)).toBe(true)
  })

  it('is no less than what rendering gives', () => {
    const x = 'x'.repeat(50)
    const template: JsonValue = {
      $let: { a: { $eval: 'config' } },
      in: { $let: { b: [{ $eval: 'a' }, { $eval: 'a' }] }, in: [{ $eval: 'b' }, { $eval: 'b' }, `${open}config.x}`] },
    }
    const context = exampleContext({ config: { x } })
    const size = JSON.stringify(renderTemplate(template, context)).length
    const { own, references } = measureTemplate(template).cost
    expect(own + references * (x.length + 10)).toBeGreaterThanOrEqual(size)
  })

  it.each<[string, JsonValue, (string | number)[], string]>([
    [
      'an operator that goes over a list',
      { a: [{ $map: [1], 'each(x)': 1 }] },
      ['a', 0, '$map'],
      'The operator $map is not for entries of your own',
    ],
    ['an unknown operator', { $evil: 'x' }, ['$evil'], 'There is no operator $evil.'],
    [
      'two operators',
      { $eval: 'config', $if: 'config' },
      ['$eval'],
      'An object has one operator, not $eval and $if together.',
    ],
    ['an expression that is no text', { $eval: 1 }, ['$eval'], '$eval takes an expression, written as text.'],
    ['names that are no object', { $let: 'x', in: 1 }, ['$let'], '$let takes an object of names'],
    [
      'names that are computed',
      { $let: { [`${open}config.a}`]: 1 }, in: 1 },
      ['$let'],
      '$let takes an object of names',
    ],
    ['cases that are no object', { $switch: ['a'] }, ['$switch'], '$switch takes an object of conditions.'],
    ['an unknown name', { $eval: 'process.env' }, ['$eval'], 'Nothing is called process here.'],
    ['a name outside its $let', [{ $let: { x: 1 }, in: 1 }, { $eval: 'x' }], [1, '$eval'], 'Nothing is called x here.'],
    [
      'a function that can make more than it is given',
      { $eval: 'range(0, 10)' },
      ['$eval'],
      'The function range is not for entries of your own.',
    ],
    [
      'an unknown function in a text',
      { a: `${open}fetch('x')}` },
      ['a'],
      'The function fetch is not for entries of your own.',
    ],
    [
      'an expression without an end',
      { $eval: `1${' + 1'.repeat(600)}` },
      ['$eval'],
      'An expression has at most 2000 characters.',
    ],
  ])('refuses %s, at its place', (_, template, place, message) => {
    const { findings } = measureTemplate(template, ['payloadSchema'])
    expect(findings).toMatchObject([{ code: 'template-invalid', place: ['payloadSchema', ...place] }])
    expect(findings[0]?.message).toContain(message)
  })

  it('lists expressions with their places, and the names that they look up', () => {
    const template: JsonValue = {
      a: parse(`{$if: "'x' in config", then: '${open}config.x}'}`),
      b: { $let: { y: { $eval: 'settings.z' } }, in: { $eval: 'y.w' } },
    }
    const { sites, names } = measureTemplate(template)
    expect(sites.map(({ place, expression, inLet }) => [place.join('.'), expression, inLet])).toEqual([
      ['a.$if', "'x' in config", false],
      ['a.then', 'config.x', false],
      ['b.$let.y.$eval', 'settings.z', false],
      ['b.in.$eval', 'y.w', true],
    ])
    expect([...names].sort()).toEqual(['config', 'settings', 'w', 'x', 'z'])
    expect(measureExpression('config.a > 1', ['limits', 0, 'if']).sites).toEqual([
      { place: ['limits', 0, 'if'], expression: 'config.a > 1', inLet: false },
    ])
  })
})
