import { authenticateHawk as authenticate } from '@/lib/auth/authenticateHawk'
import { readClient } from '@/lib/auth/readClient'
import { defineMethod } from '@/lib/queue/api/defineMethod'
import { authenticateHawkRequest } from '@/lib/queue/schemas/authenticateHawkRequest'
import { authenticateHawkResponse } from '@/lib/queue/schemas/authenticateHawkResponse'

export const authenticateHawk = defineMethod({
  name: 'authenticateHawk',
  method: 'post',
  route: '/authenticate-hawk',
  input: authenticateHawkRequest,
  output: authenticateHawkResponse,
  stability: 'stable',
  category: 'Scopes and Auth',
  title: 'Verify the signature of a request',
  description: 'Says who signed a request that another service received.',
  async handle({ payload, store, now }) {
    const result = await authenticate(payload, (clientId) => readClient(store, clientId), now)
    return result.status === 'auth-failed' ? result : { ...result, expires: result.expires.toJSON() }
  },
})
