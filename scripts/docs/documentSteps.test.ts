import { describe, expect, it } from 'vitest'
import { documentSteps, outputPattern, UnclearBlock } from './documentSteps'

const block = (info: string, ...lines: string[]) => [`\`\`\`${info}`, ...lines, '```'].join('\n')

describe('the steps of a document', () => {
  it('are its files, its commands with what they print, and what is done by hand', () => {
    const markdown = [
      '# Title with `code`',
      block('yaml a.yml', 'a: 1'),
      block('yaml a.yml (more)', 'b: 2'),
      block('console', '$ wtd one \\', '    --two', 'out', '', 'more', '$ wtd three  # ends with 1'),
      '<!-- by hand: register a.yml -->',
      block('yaml', 'only: shown'),
    ].join('\n')
    expect(documentSteps(markdown)).toEqual([
      { kind: 'file', name: 'a.yml', text: 'a: 1\n', append: false },
      { kind: 'file', name: 'a.yml', text: 'b: 2\n', append: true },
      { kind: 'command', line: 'wtd one --two', status: 0, output: 'out\n\nmore\n' },
      { kind: 'command', line: 'wtd three', status: 1, output: '' },
      { kind: 'by-hand', what: 'register a.yml' },
    ])
  })

  it('has a reason for each block that is not run', () => {
    const marked = `<!-- not run: needs root -->\n\n${block('sh', 'apt-get install x', '$ y')}`
    expect(documentSteps(marked)).toEqual([{ kind: 'not-run', why: 'needs root', lines: ['apt-get install x', 'y'] }])
    expect(() => documentSteps(`${marked}\n${block('sh', 'rm x')}`)).toThrow(UnclearBlock)
    expect(() => documentSteps(block('console', 'no dollar'))).toThrow(UnclearBlock)
  })
})

describe('what a command prints', () => {
  it.each([
    ['a\n', 'a\n', true],
    ['a\n', 'a\nb\n', false],
    ['', 'a\n', false],
    ['…\nb\n', 'a\n\nb\n', true],
    ['…\nb\n', 'b\n', true],
    ['a\n…\n', 'b\na\n', false],
    ['  …\nb\n', 'b\n', true],
    ['a … c\n', 'a b c\n', true],
    ['a … c\n', 'a b\nc\n', false],
    ['a.b\n', 'a+b\n', false],
    ['a\n', 'a  \n', true],
  ])('%j promises of %j: %j', (promised, printed, kept) => {
    expect(outputPattern(promised).test(printed)).toBe(kept)
  })
})
