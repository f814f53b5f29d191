import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeKeyFile, readKeyFile } from './keyFile'
import { createSecretFile, writeSecretFile } from './secretFile'

const random = (bytes: number) => randomBytes(bytes).toString('base64url')
let dataDir = ''

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'wtd-keys-'))
})
afterEach(() => rmSync(dataDir, { recursive: true }))

const name = 'seal-key'

describe('the file of the key', () => {
  it('is made once, whole, for its owner alone', () => {
    expect(readKeyFile(dataDir)).toMatchObject({ ok: true, value: undefined })
    const key = makeKeyFile(dataDir, random)
    expect(readFileSync(join(dataDir, name), 'utf8')).toBe(`${key}\n`)
    expect(statSync(join(dataDir, name)).mode & 0o777).toBe(0o600)
    expect(readKeyFile(dataDir)).toMatchObject({ ok: true, value: key })
    expect(makeKeyFile(dataDir, random)).toBe(key)
    expect(readdirSync(dataDir)).toEqual([name])
  })

  it.each<[string, (key: string) => string]>([
    ['empty', () => ''],
    ['an end of line', () => '\n'],
    ['cut in half', (key) => key.slice(0, 32)],
    ['cut by one character', (key) => key.slice(0, -1)],
    ['zeros after a power failure', (key) => '\0'.repeat(key.length + 1)],
  ])('is neither used nor replaced when it is damaged: %s', (_, damage) => {
    const damaged = damage(makeKeyFile(dataDir, random))
    writeFileSync(join(dataDir, name), damaged)
    const read = readKeyFile(dataDir)
    expect(read).toMatchObject({ ok: false, problems: [{ code: 'key-file-damaged' }] })
    expect(read.problems[0]?.message).toContain(join(dataDir, name))
    expect(read.problems[0]?.help).toMatch(/back from a copy/)
    expect(() => makeKeyFile(dataDir, random)).toThrow(/changed while/)
    expect(readFileSync(join(dataDir, name), 'utf8')).toBe(damaged)
  })

  it('has a problem where it is a folder', () => {
    mkdirSync(join(dataDir, name))
    expect(readKeyFile(dataDir)).toMatchObject({ ok: false, problems: [{ code: 'key-file-unreadable' }] })
  })
})

describe('a secret file', () => {
  it('is replaced whole, with its mode, and a failure leaves nothing behind', () => {
    writeFileSync(join(dataDir, 'sign-in-token'), 'old', { mode: 0o644 })
    writeSecretFile(dataDir, 'sign-in-token', 'new')
    expect(readFileSync(join(dataDir, 'sign-in-token'), 'utf8')).toBe('new')
    expect(statSync(join(dataDir, 'sign-in-token')).mode & 0o777).toBe(0o600)
    mkdirSync(join(dataDir, 'admin-credentials.sh'))
    expect(() => writeSecretFile(dataDir, 'admin-credentials.sh', 'x')).toThrow(/EISDIR/)
    expect(createSecretFile(dataDir, 'sign-in-token', 'other')).toBe(false)
    expect(readdirSync(dataDir).sort()).toEqual(['admin-credentials.sh', 'sign-in-token'])
  })
})
