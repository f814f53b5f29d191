import fc from 'fast-check'

const pieces = [
  '`',
  '``',
  '```',
  '~~~',
  '\\',
  '<b>',
  '</p>',
  '<!--',
  '<script>',
  '&lt;',
  '*',
  '_',
  '#',
  '- ',
  '1. ',
  '> ',
  '|',
  '[a](b)',
  '![',
  ']: /u',
]

/** Texts in which everything that means something in Markdown is common. */
export const markdownText = fc.oneof(
  fc.string({ unit: fc.constantFrom(...pieces, ' ', '  ', '\n', '\n\n', 'a', 'b', '=', '---') }),
  fc.string({ unit: 'binary' }),
)
