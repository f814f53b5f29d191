import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { yamlTrouble } from './yamlTrouble'

describe('yamlTrouble', () => {
  it.each<[string, string, string, number]>([
    ['lists in one line', '- '.repeat(100_000), 'nests too deeply', 80],
    ['keys in one line', '? '.repeat(100_000), 'nests too deeply', 80],
    ['opened brackets', `a: ${'['.repeat(100_000)}`, 'nests too deeply', 203],
    ['opened braces', '{a: '.repeat(100_000), 'nests too deeply', 800],
    ['closed brackets', '['.repeat(250) + ']'.repeat(250), 'nests too deeply', 200],
    ['indentation', `a:\n${' '.repeat(300)}b: 1`, 'nests too deeply', 3],
    ['many words', 'a: 1\n'.repeat(2000), 'has more than 1000 words and signs', 1000],
  ])('stops at %s', (_, text, words, offset) => {
    expect(yamlTrouble(text, 1000)).toEqual({ words, offset })
  })

  it.each<[string, string]>([
    ['an empty text', ''],
    ['a long scalar', `a: |\n${'  text [[[[ - - - {\n'.repeat(10_000)}`],
    ['a long line of text', `a: text ${'- '.repeat(1000)}`],
    ['a wide text in a list', `- a\n-${' '.repeat(500)}b`],
    ['brackets side by side', `[${'[],'.repeat(200)}]`],
    ['broken YAML, which is for the parser to say', '}}} : [\n"'],
  ])('lets %s pass', (_, text) => {
    expect(yamlTrouble(text, 1000)).toBeUndefined()
  })

  it('lets the catalog pass', () => {
    for (const folder of ['engine-catalog', 'plugin-catalog']) {
      for (const name of readdirSync(join(folder, 'taskcluster-worker'))) {
        expect(
          yamlTrouble(readFileSync(join(folder, 'taskcluster-worker', name), 'utf8'), 10_000),
          name,
        ).toBeUndefined()
      }
    }
  })
})
