import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { canonicalJson, type JsonValue } from '@/lib/base/json'
import { yamlText } from '@/lib/base/yamlText'
import { placeholder } from '@/lib/pools/placeholders'
import { fillScript } from './fillScript'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wtd-fill-script-'))
  writeFileSync(join(folder, 'fill.sh'), fillScript)
  chmodSync(join(folder, 'fill.sh'), 0o755)
})
afterAll(() => rmSync(folder, { recursive: true }))

function run(args: string[], env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync('sh', [join(folder, 'fill.sh'), ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { NODE_ENV: 'test', PATH: '/usr/bin:/bin', ...env },
  })
  return { status, stdout, stderr }
}

/** What a host reads of a value that was filled in, from JSON and from YAML. */
function filled(value: JsonValue, env: Record<string, string>) {
  writeFileSync(join(folder, 'one.json'), canonicalJson(value))
  writeFileSync(join(folder, 'one.yml'), yamlText(value))
  const [json, yaml] = ['one.json', 'one.yml'].map((file) => run([file], env))
  expect([json?.stderr, yaml?.stderr]).toEqual(['', ''])
  return { json: JSON.parse(json?.stdout ?? ''), yaml: parse(yaml?.stdout ?? '') }
}

describe('fill.sh', () => {
  it.each([
    ['quotes', `a"b'c`],
    ['backslashes', 'C:\\new\\table\\\\'],
    ['what awk and sed put in for it', '&\\0\\1'],
    ['a line break', 'one\ntwo\n'],
    ['a tab and a carriage return', 'a\tb\r'],
    ['other control characters', '\u0001\u001b[0m\u007f'],
    ['a variable', '$HOME `id` $(id)'],
    ['a placeholder of its own kind', `"\${OTHER}"`],
    ['letters of other scripts', 'Zürich 東京 🦊'],
    ['nothing', ''],
    ['a number', '0123'],
    ['what ends a document', '---\n...\n# no comment'],
    ['formats of printf', '%s%d%%'],
  ])('carries %s', (_, text) => {
    const value = { inner: [placeholder('VALUE')] }
    expect(filled(value, { VALUE: text })).toEqual({ json: { inner: [text] }, yaml: { inner: [text] } })
  })

  it('carries any text that the environment can hold', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 40 }).filter((one) => !one.includes('\0'))
    const texts = fc.array(text, { minLength: 20, maxLength: 20 })
    fc.assert(
      fc.property(texts, (all) => {
        const env = Object.fromEntries(all.map((one, i) => [`V${i}`, one]))
        const value = all.map((_, i) => placeholder(`V${i}`))
        expect(filled(value, env)).toEqual({ json: all, yaml: all })
      }),
      { numRuns: 5 },
    )
  })

  it('leaves alone what is no placeholder', () => {
    const value = { path: `/home/\${USER}/x`, script: `echo "\${USER}"\n`, open: `\${USER`, plain: '$USER' }
    expect(filled(value, {})).toEqual({ json: value, yaml: value })
  })

  it('names each variable that is not set, and writes nothing', () => {
    writeFileSync(join(folder, 'two.json'), canonicalJson([placeholder('A'), placeholder('SET'), placeholder('B')]))
    const { status, stdout, stderr } = run(['two.json'], { SET: '' })
    expect([status, stdout]).toEqual([78, ''])
    expect(stderr.trim().split('\n')).toEqual(['fill.sh: set A', 'fill.sh: set B'])
  })

  it.each([
    ['no file', [], 64],
    ['two files', ['a', 'b'], 64],
    ['a file that is not there', ['none.json'], 2],
  ])('refuses %s', (_, args, status) => {
    const ran = run(args)
    expect([ran.status, ran.stdout]).toEqual([status, ''])
    expect(ran.stderr).not.toBe('')
  })
})
