import { describe, expect, it } from 'vitest'
import { readEnvironment } from './env'

describe('readEnvironment', () => {
  it('has a default for everything', () => {
    const value = {
      ...{ port: 3000, host: '127.0.0.1', dataDir: './data', rootUrl: 'http://127.0.0.1:3000' },
      ...{ publicRead: true, checkMinutes: 15, expiryWarningDays: 30, trustedProxies: 0, logLevel: 'info' },
    }
    expect(readEnvironment({ PORT: '', DATABASE_URL: ' ' })).toEqual({ ok: true, value, problems: [] })
  })

  it('takes what is given', () => {
    const env = {
      PORT: '8080',
      DATABASE_URL: 'postgresql://u:p@db:5432/x',
      ROOT_URL: 'https://types.example.com/',
      HOST: '::',
      CATALOG_DIR: ' /etc/catalog ',
      CHECK_MINUTES: '0',
      EXPIRY_WARNING_DAYS: '7',
    }
    expect(readEnvironment(env)).toMatchObject({
      value: {
        port: 8080,
        host: '::',
        catalogDir: '/etc/catalog',
        databaseUrl: 'postgresql://u:p@db:5432/x',
        rootUrl: 'https://types.example.com',
        checkMinutes: 0,
        expiryWarningDays: 7,
      },
    })
    expect(readEnvironment({ PORT: '8080' })).toMatchObject({ value: { rootUrl: 'http://127.0.0.1:8080' } })
  })

  it.each([
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PUBLIC_READ', 'yes'],
    ['PORT', '0x10'],
    ['DATABASE_URL', 'mysql://db/x'],
    ['DATABASE_URL', 'db'],
    ['ROOT_URL', 'types.example.com'],
    ['ROOT_URL', 'file:///x'],
    ['CHECK_MINUTES', '1441'],
    ['CHECK_MINUTES', 'often'],
    ['EXPIRY_WARNING_DAYS', '0'],
  ])('names %s when it is %s, and keeps the value to itself', (name, value) => {
    const result = readEnvironment({ [name]: value })
    expect(result).toMatchObject({ ok: false, problems: [{ code: 'environment-invalid', path: name }] })
    expect(result.problems[0]?.message).not.toContain(value)
  })
})
