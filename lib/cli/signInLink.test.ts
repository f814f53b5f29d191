import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, it, vi } from 'vitest'
import { takeSignInToken } from '@/lib/auth/sessions/takeSignInToken'
import { openServerStore } from '@/lib/auth/setup/openServerStore'
import { databaseFiles } from '@/lib/registry/testing/databaseFiles'
import { runWtd } from './testing/runWtd'

const folder = mkdtempSync(join(tmpdir(), 'wtd-link-'))
const dataDir = join(folder, 'data')
const random = (bytes: number) => randomBytes(bytes).toString('base64url')
afterEach(() => vi.unstubAllEnvs())
afterAll(() => rmSync(folder, { recursive: true }))

const link = (place: string, rootUrl = '') => {
  vi.stubEnv('DATA_DIR', place)
  vi.stubEnv('ROOT_URL', rootUrl)
  return runWtd('sign-in-link')
}

it('makes a link for a server that runs, which the server takes once', async () => {
  const rootUrl = 'https://types.example.com'
  const opened = await openServerStore({ dataDir, rootUrl, random, now: new Date(), ...databaseFiles })
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems))
  const result = await link(dataDir)
  expect(result).toMatchObject({ status: 0, stderr: expect.stringMatching(/once, within a day/) })
  const [, token = ''] = /^https:\/\/types\.example\.com\/sign-in\?token=([\w-]{43})\n$/.exec(result.stdout) ?? []
  expect(statSync(join(dataDir, 'sign-in-token')).mode & 0o777).toBe(0o600)
  const place = { store: opened.value, dataDir }
  expect(await takeSignInToken(place, token, new Date())).toBe('admin')
  expect(await takeSignInToken(place, token, new Date())).toBeUndefined()
  await opened.value.close()
  const stopped = await link(dataDir, 'http://localhost:4000')
  expect(stopped.stdout).toMatch(/^http:\/\/localhost:4000\/sign-in\?token=/)
})

it('makes nothing where no server has run', async () => {
  const none = join(folder, 'none')
  const result = await link(none)
  expect(result).toMatchObject({
    status: 2,
    stdout: '',
    stderr: expect.stringMatching(/^No server has run with .*none\./),
  })
  expect(existsSync(none)).toBe(false)
})
