import { expect, it } from 'vitest'
import { type ArgumentSchemas, flag, formData, idText, matchArguments, wholeNumber } from './actionArguments'

const all: ArgumentSchemas<[string, number, boolean, FormData]> = [idText, wholeNumber, flag, formData]
const form = new FormData()

it.each<[string, unknown[], boolean]>([
  ['what it takes', ['a', 1, true, form], true],
  ['more than that', ['a', 1, true, form, {}], true],
  ['less', ['a', 1, true], false],
  ['nothing', [], false],
  ['an object for a text', [{ toString: 1 }, 1, true, form], false],
  ['a text that is no id', ['a'.repeat(1001), 1, true, form], false],
  ['a text with U+0000', ['a\0', 1, true, form], false],
  ['no number', ['a', Number.NaN, true, form], false],
  ['a text for a number', ['a', '1', true, form], false],
  ['a huge number', ['a', 2 ** 60, true, form], false],
  ['a text for a flag', ['a', 1, 'true', form], false],
  ['an object for a form', ['a', 1, true, { get: null }], false],
])('knows %s', (_, args, answer) => expect(matchArguments(all, args)).toBe(answer))
