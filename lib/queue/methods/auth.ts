import { authenticateHawk as authenticate } from '@/lib/auth/credentials/authenticateHawk'
import { readClient } from '@/lib/auth/credentials/client'
import { defineMethod } from '@/lib/queue/api/defineMethod'
import { authenticateHawkRequest, authenticateHawkResponse, scopeSet } from '@/lib/queue/schemas/auth'

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

export const currentScopes = defineMethod({
  name: 'currentScopes',
  method: 'get',
  route: '/scopes/current',
  output: scopeSet,
  stability: 'stable',
  category: 'Scopes and Auth',
  title: 'Get the scopes of the caller',
  description: 'What the credentials of this request allow. Roles are not expanded here.',
  async handle({ authenticate }) {
    const { scopes } = await authenticate()
    return { scopes }
  },
})
