import { describe, expect, it } from 'vitest'
import type { JsonValue } from '@/lib/base/json'
import { CatalogError } from '@/lib/catalog/entry/catalogError'
import { exampleContext } from '@/lib/catalog/testing/exampleContext'
import { evaluate } from './evaluate'
import { renderTemplate } from './renderTemplate'

const context = exampleContext({
  config: { number: 3, text: 'abc', list: ['a', 'b'], empty: [], object: { a: 1 }, on: true, time: '1 hour 30 min' },
  settings: { worker: { concurrency: 4 } },
})

describe('evaluate', () => {
  it.each<[string, JsonValue]>([
    ['config.number', 3],
    ['config.number * 2 + 1', 7],
    ['config.text', 'abc'],
    ['config.text[0:2]', 'ab'],
    ['config.list[1]', 'b'],
    ['len(config.list)', 2],
    ["'a' in config.list", true],
    ["'gone' in config && config.gone", false],
    ['config.empty == []', true],
    ['config.object', { a: 1 }],
    ["{b: config.object['a']}", { b: 1 }],
    ['settings.worker.concurrency > config.number', true],
    ['engine.name', 'example'],
    ["provisionerId + '/' + workerType", 'proj/linux'],
    ['durationSeconds(config.time)', 5400],
    ['durationText(config.time)', '1h30m0s'],
    ['durationSeconds(config.number)', 3],
    ['max(floor(2.7), 0)', 2],
    ['typeof(config.on)', 'boolean'],
    ['null', null],
  ])('gives for %s %j', (expression, value) => {
    expect(evaluate(expression, context)).toEqual(value)
  })

  it.each<[string, string]>([
    ['config.gone', 'object has no property "gone"'],
    ['durationSeconds("soon")', '"soon" is not a duration'],
    ['durationText({})', '{} is not a duration'],
    ['1 +', "reading 'kind'"],
    ["config.on ? 'yes' : 'no'", 'Unexpected input'],
    ['unheard', 'unknown context value unheard'],
    ['config.list[5]', 'index out of bounds'],
    ['process.env', 'unknown context value process'],
  ])('names the place where %s cannot be computed', (expression, reason) => {
    const run = () => evaluate(expression, context, 'plugin p: limits.l')
    expect(run).toThrow(CatalogError)
    expect(run).toThrow(`plugin p: limits.l: the template cannot be rendered: `)
    expect(run).toThrow(reason)
  })

  it('means the same at any time', () => {
    expect(evaluate('now', context)).toBe('2000-01-01T00:00:00.000Z')
    expect(renderTemplate({ $fromNow: '1 day' }, context)).toBe('2000-01-02T00:00:00.000Z')
  })
})
