import { describeDecisions } from './testing/describeDecisions'

describeDecisions('lengths, in code points', [
  [{ minLength: 2 }, ['ab', '😀😀', 'e\u0301', 1, ['a']], ['', 'a', '😀']],
  [{ maxLength: 1 }, ['', 'a', '😀', 12], ['ab', '😀😀', 'e\u0301']],
  [{ minLength: 0 }, [''], []],
  [{ minLength: 1, maxLength: 1 }, ['a', '\n'], ['', 'aa']],
  [{ minLength: 2.0 }, ['ab'], ['a']],
])

describeDecisions('pattern', [
  // anywhere in the text, unless it is anchored
  [{ pattern: 'b' }, ['b', 'abc', 5, ['a']], ['', 'a', 'B']],
  [{ pattern: '^b' }, ['b', 'ba'], ['ab', '\nb']],
  [{ pattern: 'b$' }, ['b', 'ab'], ['ba', 'b\n']],
  [{ pattern: '' }, ['', 'a'], []],
  [{ pattern: '^a|b$' }, ['ax', 'xb'], ['xa', 'bx']],
  [{ pattern: '^.$' }, ['a', '😀'], ['', '\n', 'ab']],
  [{ pattern: '^\\s$' }, [' ', '\t', '\n', '\f', '\r'], ['\v', '\u00a0', '\u2028']],
  [{ pattern: '^\\w+$' }, ['aZ_9'], ['é', 'a b', '']],
  [{ pattern: '^\\d$' }, ['7'], ['٣', 'a']],
  [{ pattern: '^\\u00e9\\u{1f600}$' }, ['é😀'], ['e😀']],
  [{ pattern: '^(?i)ab$' }, ['ab', 'AB'], ['abc']],
  [{ pattern: '^\\p{Greek}$' }, ['Ω'], ['O']],
  [{ pattern: '^a{2,3}$' }, ['aa', 'aaa'], ['a', 'aaaa']],
])

describeDecisions('format', [
  [{ format: 'date' }, ['2024-02-29', 5, null], ['2023-02-29', '2024-2-29', '']],
  [{ format: 'ipv4' }, ['127.0.0.1'], ['127.0.0.256', '127.0.0.01', '1.2.3']],
  [{ format: 'uri' }, ['a:b', 'https://example.com'], ['example.com', '/a']],
  [{ format: 'date', maxLength: 4 }, [5], ['2024-02-29', '2024']],
])
