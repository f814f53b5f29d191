import { describe, expect, it } from 'vitest'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { parseCustomEntry } from '@/lib/catalog/parseCustomEntry'
import { recordScreen } from '@/lib/catalog/testing/recordScreen'
import { testEntryText } from './testEntryText'
import { bareWorker } from './testing/madeEntries'

const test = (text: string, file?: string) => {
  const parsed = parseCustomEntry(text, loadCatalog())
  if (!parsed.ok) return expect.fail(JSON.stringify(parsed.problems))
  return testEntryText(parsed.value, text, bareWorker(), file)
}
const lineOf = (text: string, words: string) => text.split('\n').findIndex((line) => line.includes(words)) + 1

describe('testEntryText', () => {
  it.each([
    ['path: /recordScreen}', 'path: /recordscreen}', 'requestedBy'],
    [
      '{stage: Started, feature: openDisplay}',
      '{stage: Started, feature: openDisplay}\n    requires: [newShell, openDisplay]',
      'requires:',
    ],
  ])('places a contradiction at its line: %s', (from, to, words) => {
    const text = recordScreen.replace(from, to)
    const [contradiction] = test(text, 'film.yml').contradictions
    expect(contradiction).toMatchObject({ file: 'film.yml', line: lineOf(text, words), column: expect.any(Number) })
  })

  it('names no file where there is none, and finds nothing in a good entry', () => {
    const text = recordScreen.replace('path: /recordScreen}', 'path: /recordscreen}')
    expect(test(text).contradictions[0]).not.toHaveProperty('file')
    expect(test(recordScreen).contradictions).toEqual([])
    expect(test(recordScreen)).toMatchObject({ entry: 'plugin recordscreen', version: '1.0.0' })
  })
})
