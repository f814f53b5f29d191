import { expect, it, vi } from 'vitest'

vi.mock('server-only', () => ({}))
const { redactConsole } = await import('./startConsole')

const secret = 'hUnTer2-hUnTer2-hUnTer2'

function printed(...values: unknown[]): string {
  const lines: string[] = []
  const print = (...parts: unknown[]) => void lines.push(parts.slice(1).join(' '))
  const target = { debug: print, error: print, info: print, log: print, trace: print, warn: print }
  redactConsole(target)
  target.error(...values)
  return lines.join('\n')
}

it.each<[string, unknown[]]>([
  ['a text', [`TASKCLUSTER_ACCESS_TOKEN=${secret}`]],
  ['a text in parts', ['password=%s', secret]],
  ['an error', [' ⨯', new Error('no', { cause: new Error(`postgres://a:${secret}@b/c`) })]],
  ['a member of an error', [Object.assign(new Error('no'), { request: secret })]],
  ['an object', [{ headers: { authorization: `Bearer ${secret}` } }]],
])('takes secrets out of %s', (_, values) => {
  expect(printed(...values)).not.toContain('hUnTer2')
  expect(printed(...values)).not.toBe('')
})

it('leaves everything else', () => {
  expect(printed('%d of %s', 3, 'three', { a: 1 })).toBe('3 of three { a: 1 }')
  expect(printed('100%')).toBe('100%')
  expect(printed(new Error('no such page'))).toMatch(/^Error: no such page\n +at .*redactConsole\.test\.ts/)
})
