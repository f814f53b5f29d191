import { expect, it } from 'vitest'
import { allowAutomaticRenewal } from './renewWorkerType'

const scope = (property: string) => `queue:declare-worker-type:proj/a#${property}`

it.each<[string, string[], string[]]>([
  ['everything', ['*'], []],
  ['this worker type', ['queue:declare-worker-type:proj/a#*'], []],
  ['each property', ['description', 'expires', 'stability', 'payloadSchema'].map(scope), []],
  ['the expiry alone', [scope('expires')], ['description', 'stability', 'payloadSchema'].map(scope)],
  ['another worker type', ['queue:declare-worker-type:proj/b#*'], [scope('expires')]],
])('asks of whoever may declare %s', (_, scopes, missing) => {
  const refusal = allowAutomaticRenewal({ clientId: 'some', scopes }, 'proj/a')
  if (missing.length === 0) expect(refusal).toBeUndefined()
  else expect(refusal).toMatchObject({ code: 'queue-scopes-missing', message: expect.stringContaining('some may not') })
  for (const each of missing) expect(refusal?.message).toContain(each)
})
