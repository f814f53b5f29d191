import { expect, it } from 'vitest'
import { openSecret, sealSecret } from './sealSecret'

const key = 'k'.repeat(43)

it('opens what it has sealed, for the same place', () => {
  const sealed = sealSecret(key, 'client:admin', 'tökén')
  expect(sealed).not.toContain('tökén')
  expect(sealSecret(key, 'client:admin', 'tökén')).not.toBe(sealed)
  expect(openSecret(key, 'client:admin', sealed)).toBe('tökén')
})

it('opens nothing else', () => {
  const sealed = sealSecret(key, 'client:admin', 'token')
  const [, iv, text, tag] = sealed.split('.')
  expect(openSecret(key, 'client:eve', sealed)).toBeUndefined()
  expect(openSecret(`${key}x`, 'client:admin', sealed)).toBeUndefined()
  for (const other of [
    '',
    'v1',
    `v2.${iv}.${text}.${tag}`,
    `v1.${iv}.${text}.`,
    `v1..${text}.${tag}`,
    `v1.${iv}.AAAA.${tag}`,
  ]) {
    expect(openSecret(key, 'client:admin', other)).toBeUndefined()
  }
})
