import { expect, it, vi } from 'vitest'
import { createLog } from '@/lib/http/createLog'
import { duringRequest } from '@/lib/http/currentRequest'

vi.mock('server-only', () => ({}))
const { consoleToLog } = await import('./startConsole')

const secret = 'hUnTer2-hUnTer2-hUnTer2'

function logged(...values: unknown[]): string[] {
  const lines: string[] = []
  const nothing = (..._: unknown[]) => {}
  const target = { debug: nothing, error: nothing, info: nothing, log: nothing, trace: nothing, warn: nothing }
  consoleToLog(target, createLog('next', 'info', { write: (line: string) => void lines.push(line) }))
  target.error(...values)
  return lines
}

it.each<[string, unknown[]]>([
  ['a text', [`TASKCLUSTER_ACCESS_TOKEN=${secret}`]],
  ['a text in parts', ['password=%s', secret]],
  ['an error', [' ⨯', new Error('no', { cause: new Error(`postgres://a:${secret}@b/c`) })]],
  ['a member of an error', [Object.assign(new Error('no'), { request: secret })]],
  ['an object', [{ headers: { authorization: `Bearer ${secret}` } }]],
  ['several lines', [`a\nb\r\naccessToken: ${secret}`]],
])('makes one line of %s, without secrets', (_, values) => {
  const lines = logged(...values)
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatch(/^\{"level":50,[^\n]*\}\n$/)
  expect(lines[0]).not.toContain('hUnTer2')
})

it('says what failed, and where', () => {
  const [line = ''] = logged(' ⨯', new Error('no such page'))
  expect(JSON.parse(line)).toMatchObject({ name: 'next', msg: '⨯', err: { type: 'Error', message: 'no such page' } })
  expect(JSON.parse(line).err.stack).toMatch(/consoleToLog\.test\.ts/)
})

it('keeps what is said of an action that cannot be read for the line of its request', () => {
  const request = { id: 'x', reached: false }
  expect(duringRequest(request, () => logged(new Error('Failed to find Server Action')))).toEqual([])
  expect(request).toMatchObject({ why: 'Failed to find Server Action' })
  expect(duringRequest({ id: 'y', reached: true }, () => logged(new Error('no')))).toHaveLength(1)
})
