import { authenticateHawk as authenticate } from '../../auth/authenticateHawk'
import { readClient } from '../../auth/readClient'
import { defineMethod } from '../api/defineMethod'
import { authenticateHawkRequest } from '../schemas/authenticateHawkRequest'
import { authenticateHawkResponse } from '../schemas/authenticateHawkResponse'

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
