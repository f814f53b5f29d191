import { describe, expect, it } from 'vitest'
import { isOwnHost, isOwnOrigin } from './addresses'

const publicUrl = 'https://types.example.com'
const local = 'http://127.0.0.1:3000'

describe('the host of a request', () => {
  it.each<[string | undefined, string, boolean]>([
    ['types.example.com', publicUrl, true],
    ['types.example.com:443', publicUrl, true],
    ['TYPES.example.com', publicUrl, true],
    ['types.example.com:80', publicUrl, false],
    ['types.example.com.', publicUrl, false],
    ['evil.example.com', publicUrl, false],
    ['127.0.0.1', publicUrl, false],
    ['localhost:443', publicUrl, false],
    ['', publicUrl, false],
    [undefined, publicUrl, false],
    ['user@types.example.com', publicUrl, false],
    ['types.example.com/x', publicUrl, false],
    ['127.0.0.1:3000', local, true],
    ['localhost:3000', local, true],
    ['[::1]:3000', local, true],
    ['localhost:3001', local, false],
    ['localhost', local, false],
    ['evil.example.com:3000', local, false],
    ['10.0.0.1:3000', 'http://10.0.0.1:3000', true],
    ['localhost:3000', 'http://10.0.0.1:3000', false],
  ])('%s at %s: %s', (host, rootUrl, own) => {
    expect(isOwnHost(host, rootUrl)).toBe(own)
  })
})

describe('the origin of a request', () => {
  it.each([
    [publicUrl, publicUrl, true],
    ['http://types.example.com', publicUrl, false],
    ['https://types.example.com:8443', publicUrl, false],
    ['null', publicUrl, false],
    ['', publicUrl, false],
    ['https://evil.example.com', publicUrl, false],
    ['http://localhost:3000', local, true],
    ['https://localhost:3000', local, false],
    ['http://localhost:4000', local, false],
  ])('%s at %s: %s', (origin, rootUrl, own) => {
    expect(isOwnOrigin(origin, rootUrl)).toBe(own)
  })
})
