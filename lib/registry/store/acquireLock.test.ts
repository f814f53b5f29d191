import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { acquireLock, processStart } from './acquireLock'

const now = new Date('2026-11-20T10:00:00Z')
let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wtd-lock-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('acquireLock', () => {
  it('holds until released, for its owner alone, and leaves nothing behind', () => {
    const first = acquireLock(folder, now)
    expect(statSync(join(folder, 'lock')).mode & 0o777).toBe(0o600)
    const second = acquireLock(folder, now)
    expect(second).toMatchObject({ ok: false, problems: [{ code: 'data-directory-in-use' }] })
    expect(second.problems[0]?.message).toContain(`process ${process.pid}, since 2026-11-20T10:00:00.000Z`)
    if (first.ok) first.value.release()
    expect(readdirSync(folder)).toEqual([])
    expect(acquireLock(folder, now)).toMatchObject({ ok: true })
  })

  it('names another live process', async () => {
    const child = spawn(process.execPath, ['-e', 'process.stdin.resume()'])
    const pid = child.pid ?? 0
    try {
      write({ pid, processStart: processStart(pid), since: now.toISOString() })
      expect(acquireLock(folder, now)).toMatchObject({
        ok: false,
        problems: [{ message: expect.stringContaining(`process ${pid}`) }],
      })
    } finally {
      child.kill('SIGKILL')
      await once(child, 'exit')
    }
    expect(acquireLock(folder, now)).toMatchObject({ ok: true })
  })

  it.each([
    ['a process that is gone', { pid: 2 ** 22 + 1, processStart: '1', since: 'x' }],
    ['a process number that was given out again', { pid: process.pid, processStart: '1', since: 'x' }],
    ['no JSON', undefined],
  ])('replaces the lock of %s', (_, owner) => {
    write(owner)
    expect(acquireLock(folder, now)).toMatchObject({ ok: true })
    expect(JSON.parse(readFileSync(join(folder, 'lock'), 'utf8'))).toMatchObject({ pid: process.pid })
  })

  it('does not remove the lock of a successor', () => {
    const first = acquireLock(folder, now)
    write({ pid: 1, since: 'x' })
    if (first.ok) first.value.release()
    expect(existsSync(join(folder, 'lock'))).toBe(true)
  })
})

function write(owner: object | undefined): void {
  writeFileSync(join(folder, 'lock'), owner === undefined ? 'garbage' : JSON.stringify(owner))
}
