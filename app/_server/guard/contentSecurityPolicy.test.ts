import { expect, it } from 'vitest'
import { contentSecurityPolicy } from './contentSecurityPolicy'

it('lets in what is of this server and carries the nonce, and nothing else', () => {
  const policy = contentSecurityPolicy({ nonce: 'abc', secure: true, development: false })
  const rules = new Map(policy.split('; ').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1)]))
  expect(rules.get('default-src')).toEqual(["'none'"])
  expect(rules.get('script-src')).toEqual(["'self'", "'nonce-abc'", "'strict-dynamic'"])
  expect(rules.get('style-src')).toEqual(["'self'", "'nonce-abc'"])
  expect(rules.get('frame-ancestors')).toEqual(["'none'"])
  expect(rules.has('upgrade-insecure-requests')).toBe(true)
  expect(policy).not.toMatch(/unsafe|\*|http/)
})

it('does not send a server without TLS to TLS', () => {
  expect(contentSecurityPolicy({ nonce: 'abc', secure: false, development: false })).not.toContain('upgrade')
})
