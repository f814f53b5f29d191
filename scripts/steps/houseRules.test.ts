import { expect, it } from 'vitest'
import { brokenRules } from './houseRules.mjs'

const body = (lines: number, head = '') => `${head}\n${'x\n'.repeat(lines - (head === '' ? 0 : 1))}`
const good = (names: string[], lines = 80) => names.map((name): [string, string] => [name, body(lines)])
const broken = (...files: [string, string][]) => brokenRules(new Map(files)).broken

it('finds nothing in a house that keeps the rules', () => {
  const files: [string, string][] = [
    ['lib/a/x.ts', body(80, "import { y } from '@/lib/b/y'")],
    ['lib/b/y.ts', body(80, "import type { x } from '@/lib/a/x'")],
  ]
  expect(broken(...files, ...good(['app/page.tsx']))).toEqual([])
})

it.each<[string, [string, string][], string]>([
  ['long files', good(['lib/a/x.ts'], 260), 'lib/a/x.ts has 261 lines.'],
  ['full folders', good(Array.from({ length: 16 }, (_, i) => `lib/a/x${i}.ts`)), 'lib/a has 16 files'],
  ['many tiny files', [...good(['lib/a/x.ts', 'lib/a/y.ts']), ...good(['lib/a/z.ts'], 3)], '1 of 3 files are tiny'],
  ['short files', good(['lib/a/x.ts', 'lib/a/y.ts'], 40), 'less than 41 lines'],
])('finds %s', (_, files, words) => {
  expect(broken(...files).join()).toContain(words)
})

it.each([
  ["import { a } from '@/lib/a/x'", "import { b } from '@/lib/b/y'"],
  ["import {\n  a,\n  type A,\n} from '../a/x'", "export { b } from '@/lib/b/y'"],
  ["import '@/lib/a/x'", "const b = await import('@/lib/b/y')"],
])('finds folders that need each other: %j', (inB, inA) => {
  const found = broken(['lib/a/x.ts', body(80, inA)], ['lib/b/y.ts', body(80, inB)])
  expect(found).toEqual(['Folders need each other: lib/a, lib/b.'])
})

it('finds circles of more than two', () => {
  const to = (folder: string) => body(80, `import { z } from '@/lib/${folder}/z'`)
  expect(broken(['lib/a/z.ts', to('b')], ['lib/b/z.ts', to('c')], ['lib/c/z.ts', to('a')])).toEqual([
    'Folders need each other: lib/a, lib/b, lib/c.',
  ])
})
