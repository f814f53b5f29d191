import { expect, it } from 'vitest'
import { loggedTarget, queueLog } from './queueLog'

it('keeps signatures out of the log', () => {
  const lines: string[] = []
  const log = queueLog('info', { write: (line: string) => void lines.push(line) })
  log.info({ authorization: 'Hawk secret', headers: { authorization: 'Hawk secret' } }, 'seen')
  log.info({ request: { authorization: 'Hawk secret' } }, 'seen')
  log.debug('not at this level')
  expect(lines).toHaveLength(2)
  expect(lines.join('')).not.toContain('secret')
})

it('keeps bewits out of targets, and long targets short', () => {
  expect(loggedTarget('/api/x?a=1&bewit=c2VjcmV0&b=2')).toBe('/api/x?a=1&bewit=removed&b=2')
  expect(loggedTarget('/api/x?bewit=c2VjcmV0')).toBe('/api/x?bewit=removed')
  expect(loggedTarget(`/${'x'.repeat(10_000)}`).length).toBeLessThan(600)
})
