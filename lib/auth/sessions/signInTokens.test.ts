import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { makeSignInToken, readSignInToken } from '@/lib/auth/setup/signInTokenFile'
import { eachStore } from '@/lib/registry/testing/eachStore'
import { firstSignInToken, takeSignInToken } from './takeSignInToken'

const now = new Date('2026-11-20T10:00:00Z')
const tomorrow = new Date('2026-11-21T10:00:00Z')
const random = (bytes: number) => randomBytes(bytes).toString('base64url')
let dataDir = ''
const file = () => join(dataDir, 'sign-in-token')

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'wtd-link-'))
})
afterEach(() => rmSync(dataDir, { recursive: true }))

eachStore('sign-in tokens', (store) => {
  const first = () => firstSignInToken(store(), { dataDir, random, now })
  const take = (token = '', when = now) => takeSignInToken({ store: store(), dataDir }, token, when)

  it('are made by the first start alone, whether that one was used or not', async () => {
    const made = await first()
    expect(statSync(file()).mode & 0o777).toBe(0o600)
    expect(await first()).toBeUndefined()
    expect(readSignInToken(dataDir)).toEqual(made)
    expect(await take(made?.token)).toBe('admin')
    expect(existsSync(file())).toBe(false)
    expect(await first()).toBeUndefined()
    expect(await take(made?.token)).toBeUndefined()
  })

  it('are made while the server runs, and void those before', async () => {
    const printed = await first()
    const [lost, made] = [makeSignInToken(dataDir, random, now), makeSignInToken(dataDir, random, now)]
    for (const token of [printed?.token, lost.token, '', undefined]) expect(await take(token)).toBeUndefined()
    const both = await Promise.all([take(made.token), take(made.token)])
    expect(both.filter((clientId) => clientId === 'admin')).toHaveLength(1)
    expect(await take(made.token)).toBeUndefined()
  })

  it('are not used again, however the file came back, nor after a day', async () => {
    const used = makeSignInToken(dataDir, random, now)
    const content = readFileSync(file(), 'utf8')
    expect(await take(used.token)).toBe('admin')
    writeFileSync(file(), content)
    expect(await take(used.token)).toBeUndefined()
    const old = makeSignInToken(dataDir, random, now)
    expect(await take(old.token, tomorrow)).toBeUndefined()
  })

  it.each([
    ['cut short', (token: string) => token.slice(0, 5)],
    ['without a time', (token: string) => `${token}\n`],
    ['empty', () => ''],
  ])('are refused where the file is %s', async (_, spoil) => {
    const { token } = makeSignInToken(dataDir, random, now)
    writeFileSync(file(), spoil(token))
    for (const typed of [token, spoil(token).trim(), '']) expect(await take(typed)).toBeUndefined()
  })
})
